package org.muniment.api.web.requests;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.api.web.Changes;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Coding.Ruling;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import org.springframework.stereotype.Component;

/** What reviewers decide about items that a request asks for. Safe for many threads. */
@Component
public final class ReviewWork {
    private static final int THREAD = 500;

    private final Archive archive;
    private final ReviewOrder order;
    private final Changes changes;

    ReviewWork(Archive archive, ReviewOrder order, Changes changes) {
        this.archive = archive;
        this.order = order;
        this.changes = changes;
    }

    /**
     * A decision about some items.
     *
     * @param grounds of an exempt one; of a single item those of what is removed from it already, when empty
     * @param copies whether exact copies are decided with them
     * @param thread whether the rest of their conversations, as far as asked for, is decided with them
     */
    public record Order(
            List<ItemId> items,
            Decision decision,
            List<Exemption> grounds,
            String note,
            boolean copies,
            boolean thread) {
        public Order {
            items = List.copyOf(items);
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * Decides about items.
     *
     * @throws NotThere when the request does not ask for one of them
     * @throws ReviewRefused when whoever asked for a second look would be the second reader
     * @throws IllegalArgumentException when the decision lacks a ground
     */
    public List<Coding> decide(RecordsRequest request, Order decided, Who who) {
        ReviewOrder.Items asked = order.of(request);
        if (!decided.items().stream().allMatch(asked::holds)) {
            throw new NotThere();
        }
        Set<ItemId> items = new LinkedHashSet<>(decided.items());
        if (decided.thread()) {
            decided.items().forEach(item -> items.addAll(conversation(asked, item)));
        }
        ReviewSet set = ReviewSet.of(request.id());
        secondReader(archive.codings().latest(set, items), decided.decision(), who);
        Ruling ruling = new Ruling(decided.decision(), grounds(set, decided), decided.note());
        return changes.make(() -> archive.codings()
                .code(set, List.copyOf(items), ruling, decided.copies(), who.officer(), changes.now()));
    }

    /** Whoever asked for a second look is not the second reader. */
    private static void secondReader(Map<ItemId, Coding> before, Decision decision, Who who) {
        boolean own = before.values().stream()
                .anyMatch(one ->
                        one.decision() == Decision.SECOND_LOOK && one.by().isSamePersonAs(who.officer()));
        if (own && decision != Decision.SECOND_LOOK) {
            throw new ReviewRefused("You asked for a second look at this item: another person decides it");
        }
    }

    private List<Exemption> grounds(ReviewSet set, Order decided) {
        if (!decided.decision().isExempt()) {
            return List.of();
        }
        if (!decided.grounds().isEmpty() || decided.items().size() > 1) {
            return decided.grounds();
        }
        Collection<List<Redaction>> applied =
                archive.redactions().applied(set, decided.items()).values();
        return applied.stream()
                .flatMap(List::stream)
                .map(Redaction::exemption)
                .distinct()
                .toList();
    }

    private List<ItemId> conversation(ReviewOrder.Items asked, ItemId item) {
        String thread = archive.items().find(item).orElseThrow(NotThere::new).thread();
        return archive.items().thread(thread, THREAD).stream()
                .map(other -> other.item().id())
                .filter(asked::holds)
                .toList();
    }
}
