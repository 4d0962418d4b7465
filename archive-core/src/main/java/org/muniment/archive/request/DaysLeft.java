package org.muniment.archive.request;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RequestStep.Kind;

/**
 * How long there is for what is due next for a request, in calendar days of the agency's zone. First that is the
 * determination, by the law's last day: an extension moves it only when the requester was told of it by that day (Gov. Code
 * 7922.535(b)). After the determination it is the records, by the day that was promised, until some are released.
 *
 * @param due what is due
 * @param day by when; null when nothing is due
 * @param officeDay the last working day on or before it, for the office's calendar; null when nothing is due
 * @param today the agency's day
 */
public record DaysLeft(
        Due due, @Nullable LocalDate day, @Nullable LocalDate officeDay, LocalDate today) {
    /** What is due first at the top; at the end that for which nothing is due. */
    public static final Comparator<DaysLeft> FIRST_DUE =
            Comparator.comparing(DaysLeft::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final int SOON = 3;

    /** What is due next. */
    public enum Due {
        /** The determination. */
        ANSWER,
        /** The records that the determination promised. */
        RECORDS,
        /** Nothing: the determination promised no records. */
        ANSWERED,
        /** Nothing: records were released after the determination. */
        RELEASED,
        /** Nothing: the request is closed. */
        CLOSED
    }

    /**
     * Where a request stands.
     *
     * @param steps what was done for it, in order
     * @param today the agency's day
     */
    public static DaysLeft of(RecordsRequest request, List<RequestStep> steps, LocalDate today) {
        if (!request.isOpen()) {
            return nothing(Due.CLOSED, today);
        }
        RequestStep answer = last(steps, Kind.DETERMINED);
        if (answer == null || answer.determination() == null) {
            return new DaysLeft(Due.ANSWER, legalDay(request, steps), officeDay(request, steps), today);
        }
        Optional<LocalDate> promised =
                answer.answer().flatMap(Determination::estimate).map(LocalDateTime::toLocalDate);
        if (promised.isEmpty()) {
            return nothing(Due.ANSWERED, today);
        }
        RequestStep released = last(steps, Kind.RELEASED);
        return released != null && released.number() > answer.number()
                ? nothing(Due.RELEASED, today)
                : new DaysLeft(Due.RECORDS, promised.get(), Deadline.workingDayUpTo(promised.get()), today);
    }

    /** The law's last day for the determination, moved by an extension that counts. */
    public static LocalDate legalDay(RecordsRequest request, List<RequestStep> steps) {
        LocalDate first = request.deadline().legalDue();
        return counting(request, steps)
                .map(Extension::until)
                .filter(until -> until.isAfter(first))
                .orElse(first);
    }

    /** The extension that was recorded, if the requester was told of it by the law's last day: only then it counts. */
    public static Optional<Extension> counting(RecordsRequest request, List<RequestStep> steps) {
        return request.extended()
                .filter(extension -> steps.stream()
                        .anyMatch(step -> step.kind() == Kind.EXTENSION_SENT
                                && !step.day().isAfter(request.deadline().legalDue())
                                && !step.at().isBefore(extension.at())));
    }

    /** The last working day on or before {@link #legalDay}, and before it was moved off a weekend or holiday. */
    public static LocalDate officeDay(RecordsRequest request, List<RequestStep> steps) {
        LocalDate last = legalDay(request, steps);
        return last.equals(request.deadline().legalDue())
                ? request.deadline().safeDue()
                : Deadline.workingDayUpTo(last);
    }

    private static @Nullable RequestStep last(List<RequestStep> steps, Kind kind) {
        return steps.reversed().stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    private static DaysLeft nothing(Due due, LocalDate today) {
        return new DaysLeft(due, null, null, today);
    }

    /** Days until {@link #day}; negative when it has passed, empty when nothing is due. */
    public OptionalLong days() {
        return until(day);
    }

    /** Days until {@link #officeDay}; negative when it has passed, empty when nothing is due. */
    public OptionalLong officeDays() {
        return until(officeDay);
    }

    private OptionalLong until(@Nullable LocalDate last) {
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.toEpochDay() - today.toEpochDay());
    }

    /** Whether it must be seen at once: its last working day is near, or past. */
    public boolean isUrgent() {
        return officeDays().orElse(Long.MAX_VALUE) <= SOON;
    }

    /** Such as {@code 3 days left}, {@code due today}, {@code 1 day late}, {@code records due in 2 days} or {@code closed}. */
    public String words() {
        long days = days().orElse(0);
        return switch (due) {
            case ANSWER -> days > 0 ? count(days) + " left" : days == 0 ? "due today" : count(-days) + " late";
            case RECORDS ->
                "records " + (days > 0 ? "due in " + count(days) : days == 0 ? "due today" : count(-days) + " late");
            case ANSWERED -> "answered";
            case RELEASED -> "released";
            case CLOSED -> "closed";
        };
    }

    private static String count(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
