package org.muniment.api.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.api.web.requests.ReviewOrder;
import org.muniment.api.web.requests.ReviewWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.ReviewSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What reviewers decide about items of a request. The latest decision counts; all stay. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests/{request}")
@Allowed({Role.CLERK, Role.LEGAL})
@For(Area.REQUESTS)
class ReviewApi {
    private static final int MOST = 10_000;

    private final Archive archive;
    private final Answers answers;
    private final NamedRequest named;
    private final ReviewOrder order;
    private final ReviewWork work;

    ReviewApi(Archive archive, Answers answers, NamedRequest named, ReviewOrder order, ReviewWork work) {
        this.archive = archive;
        this.answers = answers;
        this.named = named;
        this.order = order;
        this.work = work;
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
     * @param exemptions names of the grounds; an exempt decision needs one, of a single item those of what is removed from it
     * @param withoutCopies whether exact copies are left as they are
     * @param thread whether the rest of their conversations is decided with them
     */
    record Code(
            List<String> items,
            String decision,
            @Nullable List<String> exemptions,
            @Nullable String note,
            @Nullable Boolean withoutCopies,
            @Nullable Boolean thread) {
        ReviewWork.Order order() {
            List<String> names = exemptions == null ? List.of() : exemptions;
            return new ReviewWork.Order(
                    items.stream().map(ItemId::new).toList(),
                    Answers.word(Decision.class, "decision", decision),
                    names.stream().map(ReviewApi::exemption).toList(),
                    note == null ? "" : note,
                    !Boolean.TRUE.equals(withoutCopies),
                    Boolean.TRUE.equals(thread));
        }
    }

    /** @param items how many were decided, and how many exact copies with them */
    record Decided(String decision, long items, long copies) {}

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
        RecordsRequest found = named.find(request);
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
        RecordsRequest found = named.open(request);
        Code asked = answers.read(body, Code.class);
        if (asked.items() == null || asked.items().isEmpty() || asked.items().size() > MOST) {
            throw new IllegalArgumentException("items are 1 to " + MOST + " ids");
        }
        List<Coding> made = work.decide(found, asked.order(), who);
        long copied = made.stream().filter(one -> one.copyOf() != null).count();
        return answers.one(new Decided(asked.decision(), made.size() - copied, copied));
    }

    static Exemption exemption(String name) {
        return ShippedExemptions.read()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no exemption '" + name + "'"));
    }

    private ReviewSet set(String request) {
        return ReviewSet.of(named.find(request).id());
    }
}
