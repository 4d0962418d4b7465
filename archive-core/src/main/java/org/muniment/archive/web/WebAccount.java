package org.muniment.archive.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.ledger.Officer;

/**
 * A request for an account on the web that the district speaks through, and all that was answered. Board policy: an
 * employee asks in writing for each platform and names the objectives; the superintendent has seven days.
 *
 * @param id {@code W1}, {@code W2}, …
 * @param asked what was asked
 * @param entered when it was entered
 * @param enteredBy by whom
 * @param answers oldest first; nothing is ever changed or taken back
 */
public record WebAccount(String id, Asked asked, Instant entered, Officer enteredBy, List<Answer> answers) {
    /** Days in which a request is reviewed. The policy says "7" and no unit: days are assumed, and all of them count. */
    public static final int DAYS = 7;

    /**
     * The request itself.
     *
     * @param name by which {@code sources.yaml} refers to the account: lower case letters, digits, dots and hyphens
     * @param platform such as {@code Facebook}, {@code school web site}
     * @param address of the account or the site, or its handle
     * @param purpose the job-related objectives
     * @param requester who asks
     * @param requested the day of the written request, in the agency's zone
     */
    public record Asked(
            String name, String platform, String address, String purpose, String requester, LocalDate requested) {}

    /** What the policy lets the superintendent answer, and the end of an account. */
    public enum Kind {
        APPROVED("authorised as asked"),
        /** Authorised with changes, or for less than was asked. */
        AMENDED("authorised with changes"),
        REJECTED("rejected"),
        MORE_ASKED("more information asked for"),
        /** An authorised account is no longer. */
        ENDED("ended");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        boolean authorises() {
            return this == APPROVED || this == AMENDED;
        }
    }

    /**
     * One answer.
     *
     * @param words the explanation, which everything but plain approval needs; with changes, what is authorised
     */
    public record Answer(Kind kind, String words, Instant at, Officer by) {}

    public WebAccount {
        answers = List.copyOf(answers);
    }

    /** The last day for an answer. */
    public LocalDate due() {
        return asked.requested().plusDays(DAYS);
    }

    /** The latest answer. */
    public Optional<Answer> latest() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    /** Whether the district may speak through it. */
    public boolean isAuthorised() {
        return latest().filter(answer -> answer.kind().authorises()).isPresent();
    }

    /** Whether an answer is still to come: none yet, or more information was asked for. */
    public boolean isOpen() {
        return latest().map(answer -> answer.kind() == Kind.MORE_ASKED).orElse(true);
    }

    /** Where it stands, in words. */
    public String state() {
        return latest().map(answer -> answer.kind().words()).orElse("not answered");
    }
}
