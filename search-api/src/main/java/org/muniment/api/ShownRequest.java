package org.muniment.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.Deadline;
import org.muniment.archive.request.Overlap;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewSet;

/**
 * A records request as a person or a program sees it. Days are ISO 8601 in the agency's zone.
 *
 * @param answerBy the last working day within the period: for the office's calendar
 * @param legallyDue the last day the law gives for the determination, with the extension if its letter was sent
 * @param latestExtension the last day an extension may name
 * @param extendedTo the day an extension names, whether its letter was sent or not
 * @param extensionCounts whether its letter was sent by the law's last day, so that it moves {@code legallyDue}
 * @param due what is due next: {@code ANSWER}, {@code RECORDS}; or nothing: {@code ANSWERED}, {@code RELEASED}, {@code CLOSED}
 * @param dueDay by when: {@code legallyDue}, or the day promised for the records; null when nothing is due
 * @param daysLeft until {@code dueDay}, in calendar days; negative when it has passed, null when nothing is due
 * @param timeLeft the same in words, such as {@code 3 days left} or {@code due today}
 * @param decided how many items each decision has
 * @param waiting proposed redactions that wait for a person
 * @param steps what was done so far
 * @param counted how the days were counted, in sentences
 * @param overlaps earlier requests that ask for some of the same, and why
 */
public record ShownRequest(
        String id,
        String requester,
        String summary,
        String state,
        String received,
        String answerBy,
        String legallyDue,
        String latestExtension,
        @Nullable String extendedTo,
        @Nullable String extensionGround,
        boolean extensionCounts,
        DaysLeft.Due due,
        @Nullable String dueDay,
        @Nullable Long daysLeft,
        String timeLeft,
        boolean urgent,
        @Nullable String caution,
        String hold,
        List<String> custodians,
        @Nullable String from,
        @Nullable String to,
        String query,
        String enteredBy,
        String entered,
        @Nullable String outcome,
        Map<String, Long> decided,
        long waiting,
        List<ShownStep> steps,
        List<String> counted,
        Map<String, List<String>> overlaps) {
    /** What is due first at the top; at the end those for which nothing is due, and those that are closed. */
    public static final Comparator<ShownRequest> FIRST_DUE = Comparator.comparing(
                    (ShownRequest request) -> request.state().equals("closed"))
            .thenComparing(ShownRequest::daysLeft, Comparator.nullsLast(Comparator.naturalOrder()));

    public static ShownRequest of(Archive archive, RecordsRequest request) {
        List<RequestStep> steps = archive.requestSteps().of(request.id());
        DaysLeft left = DaysLeft.of(
                request, steps, archive.requests().day(archive.clock().instant()));
        Deadline deadline = request.deadline();
        HoldScope scope = request.scope();
        Extension extension = request.extension();
        ReviewSet set = ReviewSet.of(request.id());
        Map<String, Long> decided = new TreeMap<>();
        archive.codings().counts(set).forEach((decision, count) -> decided.put(decision.words(), count));
        return new ShownRequest(
                request.id().value(),
                request.requester(),
                request.summary(),
                request.isOpen() ? "open" : "closed",
                request.received().toString(),
                DaysLeft.officeDay(request, steps).toString(),
                DaysLeft.legalDay(request, steps).toString(),
                deadline.extendedDue().toString(),
                extension == null ? null : extension.until().toString(),
                extension == null ? null : extension.ground().citation(),
                DaysLeft.counting(request, steps).isPresent(),
                left.due(),
                text(left.day()),
                left.days().isPresent() ? left.days().getAsLong() : null,
                left.words(),
                left.isUrgent(),
                deadline.caution().orElse(null),
                request.hold(),
                scope.custodians().stream().sorted().map(Custodian::address).toList(),
                text(scope.from()),
                text(scope.to()),
                scope.terms() == null ? "" : scope.terms().toString(),
                request.by().name(),
                request.at().toString(),
                request.state() instanceof State.Closed closed ? closed.outcome() : null,
                decided,
                archive.redactions().counts(set).getOrDefault(Redaction.State.SUGGESTED, 0L),
                steps.stream().map(ShownStep::of).toList(),
                deadline.reckoning(),
                overlaps(archive, request));
    }

    private static Map<String, List<String>> overlaps(Archive archive, RecordsRequest request) {
        Map<String, List<String>> overlaps = new LinkedHashMap<>();
        Overlap.of(request, archive.requests().list())
                .forEach(one -> overlaps.put(one.request().id().value(), one.why()));
        return overlaps;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    public void print(Terminal terminal, ZoneId zone) {
        ShownHold.line(terminal, "Request", id + "  (" + timeLeft + ")");
        ShownHold.line(terminal, "Asked for", summary);
        ShownHold.line(terminal, "Requester", requester.isEmpty() ? "(not named)" : requester);
        ShownHold.line(terminal, "Received", received);
        ShownHold.line(terminal, "Answer by", answerBy + "; the law's last day is " + legallyDue);
        ShownHold.line(
                terminal,
                "Extension",
                extendedTo == null
                        ? "none; it could name a day up to " + latestExtension
                        : "to " + extendedTo + ", " + extensionGround
                                + (extensionCounts ? "" : "; it counts when its letter is sent by " + legallyDue));
        ShownHold.line(terminal, "Mailboxes", custodians.isEmpty() ? "all" : String.join(", ", custodians));
        ShownHold.line(terminal, "Days", days());
        ShownHold.line(terminal, "Query", query.isEmpty() ? "everything" : query);
        ShownHold.line(terminal, "Kept by", "hold " + hold);
        ShownHold.line(terminal, "Entered", Terminal.time(entered, zone) + " by " + enteredBy);
        steps.forEach(step -> ShownHold.line(terminal, "Step", Terminal.plain(step.line())));
        overlaps.forEach((other, why) -> ShownHold.line(terminal, "Overlaps", other + ": " + String.join("; ", why)));
        if (outcome != null) {
            ShownHold.line(terminal, "Closed", outcome);
        }
        decided.forEach((decision, count) -> ShownHold.line(terminal, "Decided", count + " " + decision));
        if (waiting > 0) {
            ShownHold.line(terminal, "Waiting", waiting + (waiting == 1 ? " redaction" : " redactions") + " proposed");
        }
        if (caution != null) {
            terminal.sayWrapped("", "Mind: " + caution);
        }
    }

    private String days() {
        if (from == null && to == null) {
            return "all";
        }
        return (from == null ? "" : "from " + from + " ") + (to == null ? "and later" : "to " + to);
    }
}
