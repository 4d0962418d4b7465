package org.muniment.api.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.api.web.Routes.Route;

/** What the names in routes' addresses stand for in a {@link WorkedDistrict}. A route with a name that is not told here is an error. */
final class Names {
    private static final Pattern NAME = Pattern.compile("\\{[^}]*}");
    /** The name of nothing. */
    private static final String NONE = "x0";

    private final Map<String, Name> names = new HashMap<>();
    private final Map<String, String> queries = new HashMap<>();
    private final Map<String, String> instead = new HashMap<>();
    private final List<Foreign> foreign = new ArrayList<>();
    private final List<String> more = new ArrayList<>();

    /** What a name stands for. */
    private sealed interface Name {
        String known();

        /** @param why everybody whom the route is for may use it */
        record Shared(String known, String why) implements Name {}

        /** @param others the address, up to the name, of something that belongs to somebody or something else */
        record Owned(String known, String others) implements Name {}
    }

    /**
     * @param pattern up to the name
     * @param why it belongs to everybody whom the route is for
     */
    void shared(String pattern, String known, String why) {
        names.put(pattern, new Name.Shared(known, why));
    }

    /**
     * @param pattern up to the name
     * @param known one's own, or what goes with the rest of the address
     * @param others the whole address up to the name, of what is somebody else's
     */
    void owned(String pattern, String known, String others) {
        names.put(pattern, new Name.Owned(known, others));
    }

    /** What a route is asked with beside its address. */
    void query(String pattern, String query) {
        queries.put(pattern, query);
    }

    /** Where a route's names stand for something else than elsewhere. */
    void instead(String pattern, String address) {
        instead.put(pattern, address);
    }

    /**
     * A page that is asked for something of somebody else by a parameter.
     *
     * @param form what is sent; nothing for what is only read
     */
    record Foreign(String address, Map<String, String> form) {}

    void foreign(String address, Map<String, String> form) {
        foreign.add(new Foreign(address, form));
    }

    /** An address of a page that looks otherwise than without its parameters, or with them. */
    void more(String address) {
        more.add(address);
    }

    List<String> more() {
        return List.copyOf(more);
    }

    static boolean hasName(Route route) {
        return route.pattern().contains("{");
    }

    /** With what is there. */
    String known(Route route) {
        return Optional.ofNullable(instead.get(route.pattern()))
                .orElseGet(() -> filled(route.pattern(), prefix -> name(prefix).known()) + query(route));
    }

    /** With what is there, asked for as mail of others. */
    String forAPurpose(Route route) {
        String address = known(route).replaceFirst("[?&]for=[^&]*", "");
        return address + (address.contains("?") ? "&" : "?") + "for=retention";
    }

    /** With what is not there. */
    String none(Route route) {
        return filled(route.pattern(), prefix -> NONE) + query(route);
    }

    /** With what is there, but somebody else's; empty where everything is shared. */
    Optional<String> others(Route route) {
        return prefixes(route.pattern()).reversed().stream()
                .filter(prefix -> name(prefix) instanceof Name.Owned)
                .findFirst()
                .map(prefix -> ((Name.Owned) name(prefix)).others()
                        + filled(route.pattern(), each -> name(each).known())
                                .substring(filled(prefix, each -> name(each).known())
                                        .length())
                        + query(route));
    }

    List<Foreign> foreign() {
        return List.copyOf(foreign);
    }

    private String query(Route route) {
        return route.method().equals("GET") ? queries.getOrDefault(route.pattern(), "") : "";
    }

    private Name name(String prefix) {
        return Optional.ofNullable(names.get(prefix))
                .orElseThrow(() -> new AssertionError("WorkedDistrict does not say what " + prefix + " stands for"));
    }

    private static List<String> prefixes(String pattern) {
        return NAME.matcher(pattern)
                .results()
                .map(found -> pattern.substring(0, found.end()))
                .toList();
    }

    private static String filled(String pattern, UnaryOperator<String> value) {
        return NAME.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(value.apply(pattern.substring(0, found.end()))))
                .replace("**", NONE);
    }
}
