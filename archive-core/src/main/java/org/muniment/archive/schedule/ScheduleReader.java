package org.muniment.archive.schedule;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.schedule.ScheduleInvalid.Problem;
import org.muniment.archive.store.Digest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a schedule's YAML and notes everything that is wrong with it. For one schedule. */
final class ScheduleReader {
    private static final Set<String> KEYS = keys("schedule", "title", "zone", "mailbox-purge", "unmatched", "series");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    private final String yaml;
    private final List<Problem> problems = new ArrayList<>();

    ScheduleReader(String yaml) {
        this.yaml = yaml;
    }

    /** Throws {@link ScheduleInvalid}. */
    RetentionSchedule read() {
        Optional<RetentionSchedule> schedule = composed().flatMap(this::schedule);
        if (!problems.isEmpty() || schedule.isEmpty()) {
            throw new ScheduleInvalid(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .toList());
        }
        return schedule.get();
    }

    static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    private Optional<Node> composed() {
        var options = new LoaderOptions();
        options.setCodePointLimit(20_000_000);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                problems.add(new Problem(1, "The schedule is empty", "Write one"));
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(new Problem(
                    mark == null ? 1 : mark.getLine() + 1,
                    "This is no YAML: " + e.getProblem(),
                    "Mind indents and quotes"));
        } catch (YAMLException e) {
            problems.add(new Problem(1, "This is no YAML: " + e.getMessage(), "Mind indents and quotes"));
        }
        return Optional.empty();
    }

    private Optional<RetentionSchedule> schedule(Node root) {
        YamlMap map = YamlMap.of(root, KEYS, problems);
        Optional<String> name = map.read("schedule", ScheduleReader::name);
        Optional<String> title = map.text("title");
        Optional<ZoneId> zone = map.read("zone", ScheduleReader::zone);
        Optional<Period> purge = map.read("mailbox-purge", PeriodText::length);
        Optional<SeriesId> unmatched = map.read("unmatched", SeriesId::new);
        map.required("series");
        List<RecordSeries> series = series(map, zone.orElse(null), unmatched.orElse(null));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RetentionSchedule(
                name.orElseThrow(),
                title.orElseThrow(),
                zone.orElseThrow(),
                purge.orElseThrow(),
                unmatched.orElseThrow(),
                series,
                Digest.of(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    private List<RecordSeries> series(YamlMap map, @Nullable ZoneId zone, @Nullable SeriesId unmatched) {
        var reader = new SeriesReader(zone == null ? ZoneId.of("America/Los_Angeles") : zone, unmatched, problems);
        Map<SeriesId, Integer> lines = new LinkedHashMap<>();
        var series = new ArrayList<RecordSeries>();
        for (Node node : map.list("series")) {
            reader.read(node, lines).ifPresent(series::add);
        }
        if (unmatched != null && !lines.containsKey(unmatched)) {
            map.problem(
                    map.line("unmatched"),
                    "There is no series " + unmatched + " for unmatched items",
                    "Name one of this schedule's");
        }
        return series;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no name of a schedule, which has small letters, digits, hyphens and full stops");
        }
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone '" + text + "', but America/Los_Angeles", e);
        }
    }
}
