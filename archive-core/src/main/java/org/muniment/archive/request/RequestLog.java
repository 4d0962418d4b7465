package org.muniment.archive.request;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.muniment.archive.request.RequestStep.Kind;

/**
 * The log of requests as comma-separated values, RFC 4180, UTF-8 with a byte order mark, days ISO 8601. What a spreadsheet
 * would take for a formula gets an apostrophe before it: a requester's words must not run anything in the district.
 */
public final class RequestLog {
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@|%\\uff1d\\uff0b\\uff0d\\uff20].*", Pattern.DOTALL);
    private static final List<String> HEADER = List.of(
            "request",
            "received",
            "requester",
            "asked for",
            "state",
            "answer by",
            "law's last day",
            "extended to",
            "extension ground",
            "acknowledged",
            "determination",
            "determined on",
            "released on",
            "outcome",
            "days to determination");

    private RequestLog() {}

    /**
     * Writes the log, a request a line. The stream is neither flushed nor closed.
     *
     * @param steps what was done for each
     */
    public static void write(
            Collection<RecordsRequest> requests, Map<RequestId, List<RequestStep>> steps, OutputStream out)
            throws IOException {
        out.write(("\ufeff" + line(HEADER)).getBytes(StandardCharsets.UTF_8));
        for (RecordsRequest request : requests) {
            out.write(line(fields(request, steps.getOrDefault(request.id(), List.of())))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> fields(RecordsRequest request, List<RequestStep> steps) {
        Extension extension = request.extension();
        List<RequestStep> answers =
                steps.stream().filter(step -> step.kind() == Kind.DETERMINED).toList();
        List<String> fields = new ArrayList<>(List.of(
                request.id().value(),
                request.received().toString(),
                request.requester(),
                request.summary(),
                request.isOpen() ? "open" : "closed",
                DaysLeft.officeDay(request, steps).toString(),
                DaysLeft.legalDay(request, steps).toString(),
                extension == null ? "" : extension.until().toString(),
                extension == null ? "" : extension.ground().citation()));
        fields.add(day(steps, Kind.ACKNOWLEDGED));
        fields.add(answers.stream()
                .flatMap(step -> step.answer().stream())
                .map(answer -> answer.outcome().words())
                .collect(Collectors.joining("; ")));
        fields.add(day(steps, Kind.DETERMINED));
        fields.add(day(steps, Kind.RELEASED));
        fields.add(request.state() instanceof State.Closed closed ? closed.outcome() : "");
        fields.add(
                answers.isEmpty()
                        ? ""
                        : String.valueOf(answers.getFirst().day().toEpochDay()
                                - request.received().toEpochDay()));
        return fields;
    }

    /** The first day on which that was done. */
    private static String day(List<RequestStep> steps, Kind kind) {
        @Nullable
        LocalDate first = steps.stream()
                .filter(step -> step.kind() == kind)
                .map(RequestStep::day)
                .findFirst()
                .orElse(null);
        return first == null ? "" : first.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(RequestLog::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String field) {
        String plain = OneLine.of(field);
        String harmless = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
        return harmless.chars().noneMatch(c -> c == ',' || c == '"')
                ? harmless
                : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
