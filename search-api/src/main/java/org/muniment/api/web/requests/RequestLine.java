package org.muniment.api.web.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RecordsRequest.Extension;

/**
 * A request as the queue shows it.
 *
 * @param due the day by which to answer: that of the extension, when it was taken
 * @param daysLeft until then; negative when it has passed
 */
record RequestLine(RecordsRequest request, LocalDate due, long daysLeft) {
    private static final int SOON = 3;
    private static final int SHOWN = 140;

    static RequestLine of(RecordsRequest request, LocalDate today) {
        Extension extension = request.extension();
        LocalDate due = extension == null ? request.deadline().safeDue() : extension.until();
        return new RequestLine(request, due, due.toEpochDay() - today.toEpochDay());
    }

    /** How long there is, in words. */
    public String timeLeft() {
        if (!request.isOpen()) {
            return "closed";
        }
        if (daysLeft == 0) {
            return "due today";
        }
        long days = Math.abs(daysLeft);
        return days + (days == 1 ? " day" : " days") + (daysLeft > 0 ? " left" : " late");
    }

    public boolean isUrgent() {
        return request.isOpen() && daysLeft <= SOON;
    }

    /** What is asked for, cut to what fits a row. */
    public String words() {
        String summary = request.summary();
        return summary.length() <= SHOWN ? summary : summary.substring(0, SHOWN) + "…";
    }

    boolean matches(String words) {
        String all = (request.id() + " " + request.requester() + " " + request.summary()).toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .allMatch(all::contains);
    }
}
