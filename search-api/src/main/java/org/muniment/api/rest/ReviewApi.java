package org.muniment.api.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ReviewedTexts;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.ShownRedaction;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.ReviewOrder;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
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

/** What reviewers decide about items of a request, and what is removed from them. The latest decision counts; all stay. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests/{request}")
@Allowed({Role.CLERK, Role.LEGAL})
@For(Area.REQUESTS)
class ReviewApi {
    private static final int MOST = 10_000;

    private final Archive archive;
    private final Answers answers;
    private final Sight sight;
    private final ReviewOrder order;

    ReviewApi(Archive archive, Answers answers, Sight sight, ReviewOrder order) {
        this.archive = archive;
        this.answers = answers;
        this.sight = sight;
        this.order = order;
    }

    /** A reviewer's decision. Times are ISO-8601 in UTC. */
    record Coded(String item, String decision, List<String> exemptions, String note, String by, String at) {
        static Coded of(Coding one) {
            return new Coded(
                    one.item().value(),
                    word(one.decision()),
                    one.ruling().exemptions().stream().map(Exemption::id).toList(),
                    one.ruling().note(),
                    one.by().name(),
                    one.at().toString());
        }

        private static String word(Decision decision) {
            return decision.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A decision about items.
     *
     * @param items their ids, whole
     * @param decision such as {@code not-responsive}
     * @param exemptions names of the grounds; an exempt decision needs one
     * @param withoutCopies whether exact copies are left as they are
     */
    record Code(
            List<String> items,
            String decision,
            @Nullable List<String> exemptions,
            @Nullable String note,
            @Nullable Boolean withoutCopies) {}

    /** @param items how many were decided, and how many exact copies with them */
    record Decided(String decision, long items, long copies) {}

    /**
     * Redactions to be applied or refused.
     *
     * @param redactions their ids, such as X12
     * @param exemption the ground to print instead of the proposed one
     */
    record Rule(List<String> redactions, @Nullable String exemption) {}

    /** @param changed how many */
    record Ruled(int changed) {}

    /**
     * An item to be decided about.
     *
     * @param place in the order of the review, from 1
     * @param decision the latest; null while there is none
     */
    record ToDecide(int place, String item, @Nullable String decision) {}

    @GetMapping("/items")
    @Does(
            value = "The items that a request asks for, in the order of its review, without anything they say",
            gives = ToDecide.class,
            many = true)
    ResponseEntity<byte[]> items(
            @PathVariable String request,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        RecordsRequest found = found(request);
        Map<ItemId, Coding> latest = archive.codings().latest(set(request));
        List<ItemId> items = order.of(found).items();
        int from = Math.clamp(after, 0, items.size());
        int to = Math.min(from + Answers.limit(limit) + 1, items.size());
        List<ToDecide> read = IntStream.range(from, to)
                .mapToObj(place -> new ToDecide(
                        place + 1,
                        items.get(place).value(),
                        Optional.ofNullable(latest.get(items.get(place)))
                                .map(one -> Coded.word(one.decision()))
                                .orElse(null)))
                .toList();
        return answers.page(read, limit, ToDecide::place);
    }

    @GetMapping("/codings")
    @Does(value = "The latest decision on each item, by item", gives = Coded.class, many = true)
    ResponseEntity<byte[]> codings(
            @PathVariable String request,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Coded> read = archive.codings().latest(set(request)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(one -> one.getKey().value().compareTo(after) > 0)
                .limit(Answers.limit(limit) + 1L)
                .map(one -> Coded.of(one.getValue()))
                .toList();
        return answers.page(read, limit, Coded::item);
    }

    @PostMapping("/codings")
    @Does(value = "Decides about items", takes = Code.class, gives = Decided.class)
    ResponseEntity<byte[]> code(Who who, @PathVariable String request, @RequestBody byte[] body) {
        ReviewSet set = open(request);
        Code asked = answers.read(body, Code.class);
        if (asked.items() == null || asked.items().isEmpty() || asked.items().size() > MOST) {
            throw new IllegalArgumentException("items are 1 to " + MOST + " ids");
        }
        List<ItemId> items = asked.items().stream().map(ItemId::new).toList();
        List<String> names = asked.exemptions() == null ? List.of() : asked.exemptions();
        Coding.Ruling ruling = new Coding.Ruling(
                Answers.word(Decision.class, "decision", asked.decision()),
                names.stream().map(ReviewApi::exemption).toList(),
                asked.note() == null ? "" : asked.note());
        boolean copies = !Boolean.TRUE.equals(asked.withoutCopies());
        List<Coding> made = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.codings()
                        .code(
                                set,
                                items,
                                ruling,
                                copies,
                                who.officer(),
                                archive.clock().instant())));
        archive.ledger().checkpoint();
        long copied = made.stream().filter(one -> one.copyOf() != null).count();
        return answers.one(new Decided(asked.decision(), made.size() - copied, copied));
    }

    @GetMapping("/redactions")
    @Does(value = "Redactions with the words that they hide", gives = ShownRedaction.class, many = true)
    ResponseEntity<byte[]> redactions(
            Who who,
            @PathVariable String request,
            @RequestParam(defaultValue = "suggested") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Redaction> read = archive.redactions()
                .page(
                        set(request),
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

    @PostMapping("/redactions/apply")
    @Does(
            value = "Applies redactions: what they cover is removed when the items are handed out",
            takes = Rule.class,
            gives = Ruled.class)
    ResponseEntity<byte[]> apply(Who who, @PathVariable String request, @RequestBody byte[] body) {
        ReviewSet set = open(request);
        Rule asked = answers.read(body, Rule.class);
        String name = asked.exemption();
        Exemption instead = name == null ? null : exemption(name);
        List<RedactionId> ids = ids(set, asked);
        List<Redaction> changed = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.redactions()
                        .apply(ids, instead, who.officer(), archive.clock().instant())));
        archive.ledger().checkpoint();
        return answers.one(new Ruled(changed.size()));
    }

    @PostMapping("/redactions/refuse")
    @Does(value = "Refuses redactions", takes = Rule.class, gives = Ruled.class)
    ResponseEntity<byte[]> refuse(Who who, @PathVariable String request, @RequestBody byte[] body) {
        ReviewSet set = open(request);
        List<RedactionId> ids = ids(set, answers.read(body, Rule.class));
        List<Redaction> changed = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.redactions()
                        .refuse(ids, who.officer(), archive.clock().instant())));
        archive.ledger().checkpoint();
        return answers.one(new Ruled(changed.size()));
    }

    /** All must be of the request. */
    private List<RedactionId> ids(ReviewSet set, Rule asked) {
        if (asked.redactions() == null || asked.redactions().isEmpty()) {
            throw new IllegalArgumentException("redactions are ids such as X12");
        }
        List<RedactionId> ids =
                asked.redactions().stream().map(RedactionId::new).toList();
        ids.forEach(id -> archive.redactions()
                .find(id)
                .filter(found -> found.set().equals(set))
                .orElseThrow(() -> new IllegalArgumentException("This request has no redaction " + id)));
        return ids;
    }

    private static Exemption exemption(String name) {
        return ShippedExemptions.read()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no exemption '" + name + "'"));
    }

    private RecordsRequest found(String request) {
        return Ids.of(RequestId::new, request).flatMap(archive.requests()::find).orElseThrow(NotThere::new);
    }

    private ReviewSet set(String request) {
        return new ReviewSet(found(request).id().value());
    }

    private ReviewSet open(String request) {
        if (!found(request).isOpen()) {
            throw new RequestRefused("Request " + request + " is closed: nothing is decided for it any more");
        }
        return set(request);
    }
}
