package org.muniment.api.web.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestStep;

/** A request as the queue shows it. */
record RequestLine(RecordsRequest request, DaysLeft left) {
    private static final int SHOWN = 140;

    static RequestLine of(RecordsRequest request, List<RequestStep> steps, LocalDate today) {
        return new RequestLine(request, DaysLeft.of(request, steps, today));
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
