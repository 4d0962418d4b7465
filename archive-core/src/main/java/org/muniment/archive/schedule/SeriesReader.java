package org.muniment.archive.schedule;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.QuerySyntaxException;
import org.muniment.archive.schedule.ScheduleInvalid.Problem;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one series of a schedule's YAML after the other. */
final class SeriesReader {
    private static final Set<String> KEYS = ScheduleReader.keys(
            "id",
            "title",
            "class",
            "standing",
            "query",
            "keep",
            "cite",
            "basis",
            "verified",
            "exit",
            "at-most",
            "transitory",
            "hold-recommended",
            "note",
            "examples");
    private static final Set<String> EXAMPLES = ScheduleReader.keys("yes", "no");
    private static final Set<String> BASES = ScheduleReader.keys("REG", "STAT", "FED", "PRAC");

    private final ItemQueryParser queries;
    private final @Nullable SeriesId unmatched;
    private final List<Problem> problems;

    SeriesReader(ZoneId zone, @Nullable SeriesId unmatched, List<Problem> problems) {
        this.queries = new ItemQueryParser(zone);
        this.unmatched = unmatched;
        this.problems = problems;
    }

    /** The series, unless something is wrong with it; its name goes into {@code seen}. */
    Optional<RecordSeries> read(Node node, Map<SeriesId, Integer> seen) {
        int before = problems.size();
        YamlMap map = YamlMap.of(node, KEYS, problems);
        Optional<SeriesId> id = map.read("id", SeriesId::new);
        id.ifPresent(one -> once(one, map, seen));
        boolean isUnmatched = id.isPresent() && id.get().equals(unmatched);
        Optional<ItemQuery> query = query(map, isUnmatched);
        Parts parts = parts(map);
        YamlMap examples = examples(map, isUnmatched);
        if (problems.size() > before) {
            return Optional.empty();
        }
        return map.meaning(map.line(), "", any -> series(id.orElseThrow(), query.orElse(null), parts, map, examples));
    }

    /** What is read before it is known whether all is well. */
    private record Parts(
            Optional<String> title,
            Optional<RecordClass> recordClass,
            Optional<Standing> standing,
            Optional<RetentionPeriod> keep,
            Optional<RetentionPeriod> atMost,
            Optional<RetentionPeriod> exit,
            Optional<String> cite,
            Optional<String> basis,
            boolean verified) {}

    private Parts parts(YamlMap map) {
        var periods = new PeriodReader(problems);
        map.required("verified");
        return new Parts(
                map.text("title"),
                map.read("class", SeriesReader::recordClass),
                map.read("standing", SeriesReader::standing),
                map.required("keep").flatMap(periods::read),
                map.optional("at-most").flatMap(periods::read),
                map.optional("exit").flatMap(periods::read),
                map.text("cite"),
                map.read("basis", SeriesReader::basis),
                map.flag("verified", false));
    }

    private static RecordSeries series(
            SeriesId id, @Nullable ItemQuery query, Parts parts, YamlMap map, YamlMap examples) {
        return new RecordSeries(
                id,
                parts.title.orElseThrow(),
                parts.recordClass.orElseThrow(),
                parts.standing.orElseThrow(),
                query,
                parts.keep.orElseThrow(),
                parts.atMost.orElse(null),
                parts.exit.orElse(null),
                parts.cite.orElseThrow(),
                parts.verified,
                parts.basis.orElseThrow(),
                map.textOrEmpty("note"),
                map.flag("transitory", false),
                map.flag("hold-recommended", false),
                examples.texts("yes"),
                examples.texts("no"));
    }

    private static void once(SeriesId id, YamlMap map, Map<SeriesId, Integer> seen) {
        Integer other = seen.putIfAbsent(id, map.line());
        if (other != null) {
            map.problem(map.line("id"), "Series " + id + " stands on line " + other + " too", "Give each its own id");
        }
    }

    private Optional<ItemQuery> query(YamlMap map, boolean isUnmatched) {
        if (isUnmatched && !map.has("query")) {
            return Optional.empty();
        }
        return map.text("query").flatMap(text -> parsed(text, map));
    }

    private Optional<ItemQuery> parsed(String text, YamlMap map) {
        try {
            return Optional.of(queries.parse(text));
        } catch (QuerySyntaxException e) {
            map.problem(
                    map.line("query"),
                    "The query is not understood at character " + (e.position() + 1) + ":\n" + e.pointed(),
                    "Correct it; muniment help query tells the language");
            return Optional.empty();
        }
    }

    private YamlMap examples(YamlMap map, boolean isUnmatched) {
        Optional<Node> node = isUnmatched ? map.optional("examples") : map.required("examples");
        YamlMap examples = node.map(found -> YamlMap.of(found, EXAMPLES, problems))
                .orElseGet(() -> YamlMap.none(map.line(), problems));
        if (node.isPresent() && !isUnmatched) {
            EXAMPLES.forEach(key -> atLeastOne(examples, key));
        }
        return examples;
    }

    private static void atLeastOne(YamlMap examples, String key) {
        if (examples.texts(key).isEmpty()) {
            examples.problem(
                    examples.line(),
                    "There is no example mail under " + key,
                    "Write one that " + (key.equals("yes") ? "falls" : "does not fall") + " into the series");
        }
    }

    private static RecordClass recordClass(String text) {
        if (!text.matches("[123]")) {
            throw new IllegalArgumentException("Records are Class 1, 2 or 3, not '" + text + "'");
        }
        return RecordClass.of(Integer.parseInt(text));
    }

    private static Standing standing(String text) {
        return Standing.named(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no standing; write one of "
                        + Arrays.stream(Standing.values()).map(Standing::key).collect(Collectors.joining(", "))));
    }

    private static String basis(String text) {
        if (!BASES.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is no basis; write one of " + String.join(", ", BASES));
        }
        return text;
    }
}
