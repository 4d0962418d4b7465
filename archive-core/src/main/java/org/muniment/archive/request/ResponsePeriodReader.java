package org.muniment.archive.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a file of periods and notes everything that is wrong with it. For one file. */
final class ResponsePeriodReader {
    private static final Set<String> KEYS = Set.of(
            "received-from", "unit", "determination", "extension", "grounds", "cite", "verified", "in-force", "note");

    private final List<String> problems = new ArrayList<>();
    private final List<ResponsePeriod> inForce = new ArrayList<>();
    private final List<ResponsePeriod> expected = new ArrayList<>();

    ResponsePeriods read(String yaml) {
        if (loaded(yaml) instanceof Map<?, ?> file && file.get("periods") instanceof List<?> entries) {
            entries.forEach(this::add);
        } else {
            problems.add("the list 'periods' is missing");
        }
        if (problems.isEmpty() && inForce.isEmpty()) {
            problems.add("no period is in force");
        }
        twice();
        if (!problems.isEmpty()) {
            throw new RequestRefused(
                    "The periods in " + ResponsePeriods.FILE + " can't be used: " + String.join("; ", problems));
        }
        inForce.sort(Comparator.comparing(ResponsePeriod::since));
        expected.sort(Comparator.comparing(ResponsePeriod::since));
        return new ResponsePeriods(inForce, expected);
    }

    private void twice() {
        if (inForce.stream().map(ResponsePeriod::since).distinct().count() < inForce.size()) {
            problems.add("two periods in force begin on the same day");
        }
    }

    private @Nullable Object loaded(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException e) {
            problems.add("it is no YAML: " + e.getMessage());
            return null;
        }
    }

    private void add(Object entry) {
        if (!(entry instanceof Map<?, ?> period)) {
            problems.add("an entry has no keys and values");
            return;
        }
        Set<String> unknown = new TreeSet<>();
        period.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(KEYS);
        unknown.forEach(key -> problems.add("there is no key '" + key + "'"));
        boolean law = isTrue(period, "in-force");
        if (law && !isTrue(period, "verified")) {
            problems.add("the period from " + period.get("received-from")
                    + " is in force and not verified: somebody must have read the law's text");
        }
        try {
            ResponsePeriod read = new ResponsePeriod(
                    day(period),
                    unit(text(period, "unit")),
                    number(period, "determination"),
                    number(period, "extension"),
                    grounds(period),
                    text(period, "cite"),
                    law ? "" : text(period, "note"));
            (law ? inForce : expected).add(read);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            problems.add("the period from " + period.get("received-from") + ": " + wrong.getMessage());
        }
    }

    private static LocalDate day(Map<?, ?> period) {
        // YAML reads a bare day as midnight UTC.
        return period.get("received-from") instanceof Date date
                ? Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(text(period, "received-from"));
    }

    private static ResponsePeriod.Unit unit(String name) {
        return ResponsePeriod.Unit.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Set<ExtensionGround> grounds(Map<?, ?> period) {
        Set<ExtensionGround> grounds = EnumSet.noneOf(ExtensionGround.class);
        if (period.get("grounds") instanceof List<?> names) {
            names.forEach(name -> grounds.add(ExtensionGround.named(String.valueOf(name))));
        }
        return grounds;
    }

    private static int number(Map<?, ?> period, String key) {
        if (period.get(key) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("'" + key + "' is a whole number of days");
    }

    private static boolean isTrue(Map<?, ?> period, String key) {
        return Boolean.TRUE.equals(period.get(key));
    }

    private static String text(Map<?, ?> period, String key) {
        Object value = period.get(key);
        return value == null ? "" : value.toString().strip().replaceAll("\\s+", " ");
    }
}
