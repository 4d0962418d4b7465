package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.review.Exemption.Verified;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a file of exemptions and notes everything that is wrong with it. For one file. */
final class ExemptionReader {
    private static final Map<String, Verified> MARKS =
            Map.of("text", Verified.TEXT, "secondary", Verified.SECONDARY, "false", Verified.NOT);

    private final List<String> problems = new ArrayList<>();

    /** Throws {@link ExemptionsInvalid}. */
    Exemptions read(String yaml) {
        Map<?, ?> file = map(loaded(yaml), "The file");
        Map<String, Exemption> all = new LinkedHashMap<>();
        if (file.get("exemptions") instanceof List<?> entries) {
            entries.forEach(entry -> add(map(entry, "Each exemption"), all));
        } else {
            problems.add("The list 'exemptions' is missing");
        }
        Map<PersonalData, Exemption> suggested = suggested(map(file.get("suggestions"), "'suggestions'"), all);
        if (!problems.isEmpty()) {
            throw new ExemptionsInvalid("The exemptions can't be used: " + String.join(". ", problems));
        }
        return new Exemptions(List.copyOf(all.values()), suggested);
    }

    private @Nullable Object loaded(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException e) {
            problems.add("This is no YAML: " + e.getMessage());
            return null;
        }
    }

    private Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        problems.add(what + " has no keys and values");
        return Map.of();
    }

    private void add(Map<?, ?> entry, Map<String, Exemption> all) {
        String id = text(entry, "id");
        Verified verified = MARKS.get(text(entry, "verified"));
        if (verified == null) {
            problems.add(id + " lacks its mark: verified is text, secondary or no");
            return;
        }
        try {
            Exemption exemption =
                    new Exemption(id, text(entry, "section"), text(entry, "title"), verified, text(entry, "note"));
            if (all.putIfAbsent(id, exemption) != null) {
                problems.add(id + " stands there twice");
            }
        } catch (IllegalArgumentException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
    }

    /** YAML reads a bare no as false. */
    private static String text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private Map<PersonalData, Exemption> suggested(Map<?, ?> named, Map<String, Exemption> all) {
        Map<PersonalData, Exemption> suggested = new EnumMap<>(PersonalData.class);
        for (PersonalData kind : PersonalData.values()) {
            Exemption exemption = all.get(text(named, kind.name()));
            if (exemption == null) {
                problems.add("'suggestions' names no exemption for " + kind);
            } else {
                suggested.put(kind, exemption);
            }
        }
        return suggested;
    }
}
