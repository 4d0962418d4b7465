package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server says of answers that took long. */
final class SlowLog {
    /** So that there is something to say of a run in which nothing took a second. */
    static final String OPTION = "-Dmuniment.log-answers-slower-than=100ms";

    private static final Pattern LINE =
            Pattern.compile("Slow answer: ([A-Z]+) (\\S+) took ([0-9]+) ms, ([0-9]+) of them"
                    + " at work, ([0-9]+) while memory was collected");

    private final Path log;
    private final long before;

    /** @param log of the server; what it says from now on counts */
    SlowLog(Path log) {
        this.log = log;
        this.before = answers().count();
    }

    /** The longest first. */
    List<ServeBench.Slow> slowest(int most) {
        return answers()
                .skip(before)
                .sorted(Comparator.comparingLong(ServeBench.Slow::millis).reversed())
                .limit(most)
                .toList();
    }

    private Stream<ServeBench.Slow> answers() {
        try {
            return LINE.matcher(Files.readString(log)).results().map(SlowLog::slow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServeBench.Slow slow(MatchResult line) {
        return new ServeBench.Slow(
                line.group(1) + " " + line.group(2),
                Long.parseLong(line.group(3)),
                Long.parseLong(line.group(4)),
                Long.parseLong(line.group(5)));
    }
}
