package org.muniment.batch.holding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Eligibility;

/**
 * What a hold of a scope would cover among the items that are indexed; nothing is placed by looking.
 *
 * @param items how many
 * @param byDoubt how many of them count as covered because they could not be read or have no date
 * @param alreadyHeld how many of them another hold keeps already
 * @param dueTonight how many of them no hold keeps and their period lets go by tonight
 * @param dueSoon how many of them no hold keeps and their period lets go within the next days, tonight included
 * @param days how many days that are
 * @param inVault how many of them are condemned and wait for the end of their grace: the hold would veto their destruction
 * @param mailboxes how many of them came from each mailbox that the scope names
 * @param neverCollected mailboxes of which the archive has nothing
 * @param notIndexed revisions of the catalogue that the index lacks: their items are not counted here
 */
public record HoldPreview(
        long items,
        long byDoubt,
        long alreadyHeld,
        long dueTonight,
        long dueSoon,
        int days,
        long inVault,
        List<Mailbox> mailboxes,
        List<String> neverCollected,
        long notIndexed) {
    private static final int PAGE = 10_000;

    /** How many items came from a mailbox. */
    public record Mailbox(String custodian, long items) {}

    /** Counts; takes a few seconds for a million items. */
    public static HoldPreview of(Archive archive, HoldScope scope) {
        ZoneId zone = archive.settings().zone();
        ItemQuery known = scope.query(zone);
        ItemQuery covering = known.relaxed();
        Tally tally = new Tally(archive);
        for (List<ItemId> page = page(archive, covering, null);
                !page.isEmpty();
                page = page(archive, covering, page.getLast())) {
            tally.add(page);
        }
        return new HoldPreview(
                tally.items,
                Caught.byDoubt(archive, covering, known),
                tally.alreadyHeld,
                tally.dueTonight,
                tally.dueSoon,
                Caught.DUE_WITHIN,
                tally.inVault,
                scope.custodians().stream()
                        .sorted()
                        .map(one -> new Mailbox(one.address(), count(archive, covering, one)))
                        .filter(one -> one.items() > 0)
                        .toList(),
                Mailboxes.neverCollected(archive, scope),
                archive.lag());
    }

    private static List<ItemId> page(Archive archive, ItemQuery query, @Nullable ItemId after) {
        return archive.index().matching(query, after, PAGE);
    }

    private static long count(Archive archive, ItemQuery covering, Custodian custodian) {
        return archive.index()
                .count(new ItemQuery.And(List.of(covering, new ItemQuery.Is(Field.CUSTODIAN, custodian.address()))));
    }

    /** Adds up pages of items. */
    private static final class Tally {
        private final Archive archive;
        private final LocalDate tonight;
        private final Set<HoldId> binding;
        private long items;
        private long alreadyHeld;
        private long dueTonight;
        private long dueSoon;
        private long inVault;

        Tally(Archive archive) {
            this.archive = archive;
            LocalDate today = archive.holds().day(archive.clock().instant());
            this.tonight = today.plusDays(1);
            this.binding = archive.holds().standing(today).holds().stream()
                    .map(LegalHold::id)
                    .collect(Collectors.toSet());
        }

        void add(List<ItemId> page) {
            items += page.size();
            inVault += archive.disposal().dispositions().condemned(page).size();
            Map<ItemId, Set<HoldId>> holds = archive.caughtItems().holdsOf(page);
            Map<ItemId, Classification> classes =
                    archive.retention().classifications().find(page);
            for (ItemId item : page) {
                if (holds.getOrDefault(item, Set.of()).stream().anyMatch(binding::contains)) {
                    alreadyHeld++;
                } else {
                    due(classes.get(item));
                }
            }
        }

        private void due(@Nullable Classification classification) {
            if (classification != null && classification.eligibility() instanceof Eligibility.On eligible) {
                dueTonight += eligible.day().isAfter(tonight) ? 0 : 1;
                dueSoon += eligible.day().isAfter(tonight.plusDays(Caught.DUE_WITHIN - 1L)) ? 0 : 1;
            }
        }
    }
}
