package org.muniment.archive.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.archive.access.Token.Scope;

/**
 * How far a token goes of what its person may do.
 *
 * @param areas what it may do in each; an area that is not there is closed to it
 * @param isWhole whether it is good in all areas alike, also in those that come with a later version
 */
public record Reach(Map<Area, Scope> areas, boolean isWhole) {
    public Reach {
        areas = Map.copyOf(areas);
        if (areas.isEmpty()) {
            throw new AccessRefused("Choose at least one area in which the token is good");
        }
        if (isWhole
                && (areas.size() < Area.values().length
                        || Map.copyOf(areas).values().stream().distinct().count() > 1)) {
            throw new IllegalArgumentException("What is good in all areas is good in all of them alike: " + areas);
        }
    }

    /** Good in all areas alike. */
    public static Reach whole(Scope scope) {
        Map<Area, Scope> all = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            all.put(area, scope);
        }
        return new Reach(all, true);
    }

    /** Good in these areas only. */
    public static Reach of(Map<Area, Scope> areas) {
        return new Reach(areas, false);
    }

    /** Whether it may look, or change something, in an area. */
    public boolean allows(Area area, Scope asked) {
        Scope known = areas.get(area);
        return known != null && known.compareTo(asked) >= 0;
    }

    /** The most it may do anywhere. */
    public Scope most() {
        return areas.containsValue(Scope.WRITE) ? Scope.WRITE : Scope.READ;
    }

    /** For people: a line for all areas, or one for each in which it is good. */
    public List<String> words() {
        return isWhole
                ? List.of(words(most()) + " everywhere")
                : Arrays.stream(Area.values())
                        .flatMap(area -> Optional.ofNullable(areas.get(area)).stream()
                                .map(scope -> area.title() + ": " + words(scope)))
                        .toList();
    }

    private static String words(Scope scope) {
        return scope == Scope.WRITE ? "look and change" : "look";
    }

    /** As the catalogue keeps it, beside {@link #most}. */
    String text() {
        return isWhole
                ? ""
                : Arrays.stream(Area.values())
                        .flatMap(area -> Optional.ofNullable(areas.get(area)).map(scope -> area + "=" + scope).stream())
                        .collect(Collectors.joining(","));
    }

    /** As {@link #text} wrote it. */
    static Reach read(Scope most, String text) {
        if (text.isEmpty()) {
            return whole(most);
        }
        return of(Arrays.stream(text.split(","))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> Area.valueOf(one[0]), one -> Scope.valueOf(one[1]))));
    }
}
