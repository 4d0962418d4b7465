package org.muniment.api.rest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ReviewedTexts;
import org.muniment.api.ShownRedaction;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.api.web.requests.RedactionWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is removed from items of a request, or proposed to be: accepted or refused one by one, by item or by kind. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests/{request}/redactions")
@Allowed({Role.CLERK, Role.LEGAL})
@For(Area.REQUESTS)
class RedactionsApi {
    private final Archive archive;
    private final Answers answers;
    private final Sight sight;
    private final NamedRequest named;
    private final RedactionWork work;

    RedactionsApi(Archive archive, Answers answers, Sight sight, NamedRequest named, RedactionWork work) {
        this.archive = archive;
        this.answers = answers;
        this.sight = sight;
        this.named = named;
        this.work = work;
    }

    /**
     * Redactions to be applied or refused: named ones, or what is proposed on an item, or what is proposed as a kind.
     *
     * @param redactions their ids, such as X12
     * @param item whose proposals; whole id
     * @param kind how proposals came about, as their {@code origin} says it; in the whole request
     * @param exemption the ground to print instead of the proposed one
     */
    record Rule(
            @Nullable List<String> redactions,
            @Nullable String item,
            @Nullable String kind,
            @Nullable String exemption) {
        Rule complete() {
            if (Stream.of(redactions == null, item == null, kind == null)
                            .filter(missing -> !missing)
                            .count()
                    != 1) {
                throw new IllegalArgumentException(
                        "Send one of redactions, ids such as X12, item, whose proposals, or kind, which proposals");
            }
            return this;
        }
    }

    /** @param changed how many */
    record Ruled(int changed) {}

    @GetMapping
    @Does(value = "Redactions with the words that they hide", gives = ShownRedaction.class, many = true)
    ResponseEntity<byte[]> list(
            Who who,
            @PathVariable String request,
            @RequestParam(defaultValue = "suggested") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Redaction> read = archive.redactions()
                .page(
                        ReviewSet.of(named.find(request).id()),
                        Answers.word(Redaction.State.class, "state", state),
                        after == null ? null : new RedactionId(after),
                        Answers.limit(limit) + 1);
        sight.looked(
                sight.of(who, "request:" + request),
                read.stream().map(Redaction::item).distinct().toList());
        ReviewedTexts texts = new ReviewedTexts(archive);
        return answers.page(
                read.stream()
                        .map(one -> ShownRedaction.of(one, texts.of(one.item())))
                        .toList(),
                limit,
                ShownRedaction::id);
    }

    @PostMapping("/apply")
    @Does(
            value = "Applies redactions: what they cover is removed when the items are handed out",
            takes = Rule.class,
            gives = Ruled.class)
    ResponseEntity<byte[]> apply(Who who, @PathVariable String request, @RequestBody byte[] body) {
        ReviewSet set = ReviewSet.of(named.open(request).id());
        Rule asked = answers.read(body, Rule.class).complete();
        String name = asked.exemption();
        return answers.one(new Ruled(work.apply(ids(set, asked), name == null ? null : ReviewApi.exemption(name), who)
                .size()));
    }

    @PostMapping("/refuse")
    @Does(
            value = "Refuses redactions, or lifts those that were applied: the words stay",
            takes = Rule.class,
            gives = Ruled.class)
    ResponseEntity<byte[]> refuse(Who who, @PathVariable String request, @RequestBody byte[] body) {
        ReviewSet set = ReviewSet.of(named.open(request).id());
        Rule asked = answers.read(body, Rule.class).complete();
        return answers.one(new Ruled(work.refuse(ids(set, asked), who).size()));
    }

    private List<RedactionId> ids(ReviewSet set, Rule asked) {
        String kind = asked.kind();
        String item = asked.item();
        if (kind != null) {
            return work.proposedAs(set, Needed.of("kind", kind));
        }
        if (item != null) {
            return work.proposedOn(set, new ItemId(item));
        }
        List<RedactionId> ids = Needed.of("redactions", asked.redactions()).stream()
                .map(RedactionId::new)
                .toList();
        ids.forEach(id -> archive.redactions()
                .find(id)
                .filter(found -> found.set().equals(set))
                .orElseThrow(() -> new IllegalArgumentException("This request has no redaction " + id)));
        return ids;
    }
}
