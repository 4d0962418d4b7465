package org.muniment.api.web.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.Notice;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.hold.Notices.Outstanding;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.holding.Recipient;

/**
 * Somebody to be told of a hold, as pages and programs show it. Days are in the agency's zone.
 *
 * @param aliases the person's other addresses that the hold has
 * @param sent when the notice went out; null while it did not
 * @param reminders how many followed
 * @param reminded when the latest of them went out; null for none
 * @param acknowledged null while it was not
 * @param acknowledgedBy the custodian by the link, or the officer who recorded it
 * @param released when the person was told of the release; null while not
 * @param due the day of the next letter; null when none is
 * @param isDue whether that day has come
 */
public record RecipientLine(
        String name,
        String address,
        List<String> aliases,
        @Nullable Instant sent,
        long reminders,
        @Nullable Instant reminded,
        @Nullable Instant acknowledged,
        @Nullable String acknowledgedBy,
        @Nullable Instant released,
        @Nullable LocalDate due,
        boolean isDue) {
    static RecipientLine of(Recipient one, @Nullable Outstanding waiting, LocalDate today) {
        LocalDate due = waiting == null ? null : waiting.due();
        return new RecipientLine(
                one.name(),
                one.custodian().address(),
                one.addresses().stream()
                        .filter(other -> !other.equals(one.custodian()))
                        .map(Custodian::address)
                        .toList(),
                at(one, Step.SENT),
                one.steps().stream()
                        .filter(notice -> notice.step() == Step.REMINDED)
                        .count(),
                at(one, Step.REMINDED),
                at(one, Step.ACKNOWLEDGED),
                one.step(Step.ACKNOWLEDGED).map(notice -> notice.by().name()).orElse(null),
                at(one, Step.RELEASED),
                due,
                due != null && !due.isAfter(today));
    }

    private static @Nullable Instant at(Recipient one, Step step) {
        return one.step(step).map(Notice::at).orElse(null);
    }
}
