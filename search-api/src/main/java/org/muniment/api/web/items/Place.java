package org.muniment.api.web.items;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import org.muniment.api.web.NotThere;
import org.muniment.archive.item.ItemId;

/**
 * Where the pages of items are, and what every address there carries along: among others' mail the purpose, and the search
 * that led there.
 *
 * @param base {@code /items} or {@code /mine/items}
 * @param carried parameters by name; empty values are left out
 */
public record Place(String base, SequencedMap<String, String> carried) {
    /**
     * The item that an address names.
     *
     * @throws NotThere when it can be none
     */
    public static ItemId id(String text) {
        try {
            return new ItemId(text);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotThere();
        }
        return Long.parseLong(text);
    }

    public String of(ItemId item) {
        return base + "/" + item + query();
    }

    String of(ItemId item, String more) {
        return base + "/" + item + "/" + more + query();
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        carried.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }
}
