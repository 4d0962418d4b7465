package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.schedule.ScheduleInvalid.Problem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a period of a schedule's YAML: its text form, or a map with {@code later-of} or {@code earlier-of}. */
final class PeriodReader {
    private static final Set<String> KEYS = ScheduleReader.keys("later-of", "earlier-of");
    private static final int DEEPEST = 4;

    private final List<Problem> problems;

    PeriodReader(List<Problem> problems) {
        this.problems = problems;
    }

    Optional<RetentionPeriod> read(Node node) {
        return read(node, 0);
    }

    private Optional<RetentionPeriod> read(Node node, int depth) {
        if (depth > DEEPEST) {
            return problem(node, "Periods are nested too deep", "Write at most " + DEEPEST + " levels");
        }
        if (node instanceof ScalarNode scalar) {
            return simple(scalar);
        }
        if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            return combined(YamlMap.of(node, KEYS, problems), node, depth);
        }
        return problem(
                node, "This is no period", "Write a text such as P1Y after received, or one later-of or earlier-of");
    }

    private Optional<RetentionPeriod> simple(ScalarNode scalar) {
        try {
            return Optional.of(RetentionPeriod.parse(scalar.getValue()));
        } catch (IllegalArgumentException e) {
            return problem(scalar, String.valueOf(e.getMessage()), "Change it");
        }
    }

    private Optional<RetentionPeriod> combined(YamlMap map, Node node, int depth) {
        String key = map.has("later-of") ? "later-of" : "earlier-of";
        List<Node> nodes = map.list(key);
        var periods = new ArrayList<RetentionPeriod>();
        nodes.forEach(part -> read(part, depth + 1).ifPresent(periods::add));
        if (periods.size() < nodes.size() || !map.has(key)) {
            return Optional.empty();
        }
        if (periods.size() < 2) {
            return problem(node, key + " chooses among at least two periods", "Write two, or the one alone");
        }
        return Optional.of(
                key.equals("later-of") ? new RetentionPeriod.LaterOf(periods) : new RetentionPeriod.EarlierOf(periods));
    }

    private Optional<RetentionPeriod> problem(Node node, String problem, String remedy) {
        problems.add(new Problem(YamlMap.line(node), problem, remedy));
        return Optional.empty();
    }
}
