package org.muniment.archive.disposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.item.ItemId;

/** What the law says of a small office, in the fewest words: the rules that a purge must never break. */
final class Model {
    static final Map<String, String> SERIES = Map.of(
            "lunch",
            "T01",
            "invoice",
            "R35",
            "applicant",
            "R15",
            "minutes",
            "R01",
            "lease",
            "R41",
            "thanks",
            "R58",
            "hello",
            "R62");

    final Map<ItemId, Mail> mails = new HashMap<>();
    final Map<HoldId, Hold> holds = new HashMap<>();
    final Map<PlanId, Listed> plans = new HashMap<>();
    /** By the day they were signed; revoked ones are taken out. */
    final Map<String, LocalDate> authorities = new HashMap<>();

    LocalDate day;
    int lunchDays;

    @Nullable
    LocalDate leaseEnded;

    Model(LocalDate day, int lunchDays) {
        this.day = day;
        this.lunchDays = lunchDays;
    }

    Mail mail(ItemId item) {
        return Objects.requireNonNull(mails.get(item));
    }

    Listed listed(PlanId plan) {
        return Objects.requireNonNull(plans.get(plan));
    }

    static final class Mail {
        final String subject;
        final String word;
        final LocalDate received;
        final boolean inThread;
        final Set<String> custodians = new HashSet<>();
        final List<String> declared = new ArrayList<>();

        @Nullable
        String confirmed;

        boolean damaged;

        Mail(String subject, String word, LocalDate received, boolean inThread) {
            this.subject = subject;
            this.word = word;
            this.received = received;
            this.inThread = inThread;
        }

        String series() {
            if (declared.contains("R01")) {
                return "R01";
            }
            return confirmed == null ? SERIES.getOrDefault(subject, "") : confirmed;
        }
    }

    static final class Hold {
        final @Nullable String word;
        final @Nullable String custodian;
        boolean requested;

        @Nullable
        LocalDate ends;

        Hold(@Nullable String word, @Nullable String custodian) {
            this.word = word;
            this.custodian = custodian;
        }

        boolean covers(Mail mail) {
            return (word == null || word.equals(mail.word))
                    && (custodian == null || mail.custodians.contains(custodian));
        }
    }

    /** A plan: what was listed and under which name; approved by a second person or by an authority that may be revoked. */
    static final class Listed {
        final Map<ItemId, String> series = new HashMap<>();
        final Set<ItemId> off = new HashSet<>();
        boolean approved;

        @Nullable
        String authority;

        @Nullable
        LocalDate graceEnds;
    }

    boolean held(Mail mail) {
        return holds.values().stream()
                .anyMatch(hold -> hold.covers(mail) && (hold.ends == null || day.isBefore(hold.ends)));
    }

    /** By its period and class alone. */
    boolean eligible(Mail mail) {
        if (!mail.declared.isEmpty() || inRecordThread(mail)) {
            return false;
        }
        return switch (mail.series()) {
            case "T01" -> !day.isBefore(mail.received.plusDays(lunchDays));
            case "R58" -> !day.isBefore(mail.received.plusDays(30));
            case "R35", "R15" -> !day.isBefore(mail.received.plusYears(1));
            case "R41" -> leaseEnded != null && !day.isBefore(leaseEnded.plusYears(1));
            default -> false;
        };
    }

    private boolean inRecordThread(Mail mail) {
        return mail.series().equals("R58")
                && mail.inThread
                && mails.values().stream()
                        .anyMatch(other -> other.inThread && !other.series().equals("R58"));
    }

    boolean destroyable(Mail mail) {
        return eligible(mail) && !held(mail) && !mail.damaged;
    }

    /** Why the item must not be destroyed now. */
    Optional<String> wrong(ItemId item) {
        Mail mail = mails.get(item);
        if (mail == null) {
            return Optional.of(item + " is not there");
        }
        if (held(mail)) {
            return Optional.of(item + " is held");
        }
        if (!destroyable(mail)) {
            return Optional.of(item + " (" + mail.series() + ", " + mail.received + ") is not eligible on " + day);
        }
        boolean listed = plans.values().stream().anyMatch(plan -> permits(plan, item, mail));
        return listed ? Optional.empty() : Optional.of(item + " is on no approved list whose grace is over");
    }

    boolean holds(String authority) {
        LocalDate signed = authorities.get(authority);
        return signed != null && !day.isBefore(signed) && day.isBefore(signed.plusYears(1));
    }

    private boolean permits(Listed plan, ItemId item, Mail mail) {
        String authority = plan.authority;
        LocalDate graceEnds = plan.graceEnds;
        return mail.series().equals(plan.series.get(item))
                && !plan.off.contains(item)
                && plan.approved
                && (authority == null || holds(authority))
                && graceEnds != null
                && !day.isBefore(graceEnds);
    }
}
