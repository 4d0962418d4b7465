package org.muniment.api.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.muniment.archive.index.Search;

/**
 * What the address of a search asks for: words, purpose, facets, order and page. Every link of the page is this with
 * something changed.
 *
 * @param path of the page
 * @param values by name; those that are empty are left out
 */
public record Asked(String path, SequencedMap<String, String> values) {
    private static final int LONGEST = 100_000;

    /** From an address's parameters; only those that a search knows. */
    public static Asked of(String path, Map<String, String> parameters, Iterable<String> names) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                values.put(name, value);
            }
        }
        return new Asked(path, values);
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** What to find as typed; everything when nothing was. */
    public String words() {
        return has("q") ? get("q") : "*";
    }

    public Search.Order order() {
        return get("order").equals("oldest") ? Search.Order.OLDEST_FIRST : Search.Order.NEWEST_FIRST;
    }

    public boolean isCollapsed() {
        return !get("each").equals("yes");
    }

    public Optional<String> after() {
        return Optional.ofNullable(values.get("after"));
    }

    /** The first page of the same with one value changed; an empty one is taken away. */
    public Asked with(String name, String value) {
        SequencedMap<String, String> changed = new LinkedHashMap<>(values);
        if (!name.equals("after")) {
            changed.remove("after");
        }
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Asked(path, changed);
    }

    /** The same with its purpose in one value. */
    Asked withPurpose(String purpose) {
        SequencedMap<String, String> changed = new LinkedHashMap<>(values);
        changed.put("for", purpose);
        changed.remove("by");
        return new Asked(path, changed);
    }

    /** The same question at another page. */
    public Asked at(String other) {
        return new Asked(other, with("after", "").values);
    }

    public String link() {
        return values.isEmpty() ? path : path + "?" + query();
    }

    private String query() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
