package org.muniment.api.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.search.Asked;
import org.muniment.archive.query.Field;
import org.springframework.web.bind.annotation.BindParam;

/**
 * A group of what a search finds, as its facets count them; what is left out narrows nothing.
 *
 * @param kind such as {@code email}
 * @param custodian the address of a mailbox
 * @param year of the receipt, else of the sending, in the agency's zone
 * @param recordClass 1, 2 or 3
 * @param series of that class
 */
record Narrowing(
        @Nullable String kind,
        @Nullable String custodian,
        @Nullable String year,
        @BindParam("class") @Nullable String recordClass,
        @Nullable String series) {
    /** The question as the page of a search has it. Throws {@link IllegalArgumentException} for a group that there can't be. */
    Asked asked(String query) {
        require(
                kind == null || Field.KIND.choices().contains(kind.toLowerCase(Locale.ROOT)),
                "kind",
                Field.KIND.choices());
        require(year == null || year.matches("[0-9]{4}"), "year", "a year such as 2025");
        require(recordClass == null || recordClass.matches("[123]"), "class", "1, 2 or 3");
        require(series == null || recordClass != null, "series", "one of a class: send class too");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("q", query);
        put(values, "kind", kind);
        put(values, "custodian", custodian);
        put(values, "year", year);
        put(values, "class", recordClass);
        put(values, "series", series);
        return Asked.of("/search", values, values.keySet().stream().toList());
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static void require(boolean is, String name, Object choices) {
        if (!is) {
            throw new IllegalArgumentException(name + " is " + choices);
        }
    }
}
