package org.muniment.archive.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.archive.query.ItemQuery.All;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Near;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;
import org.muniment.archive.query.ItemQuery.Prefix;
import org.muniment.archive.query.ItemQuery.Words;

/** The canonical way to write a query. */
final class Written {
    /** What needs no quotes, keywords apart. */
    static final Pattern BARE = Pattern.compile("[\\p{L}\\p{Nd}@/][\\p{L}\\p{Nd}\\p{M}@._'’/&$+=-]*");

    private Written() {}

    static String of(ItemQuery query) {
        return switch (query) {
            case All all -> "*";
            case And and -> joined(and.parts(), " AND ");
            case Or or -> joined(or.parts(), " OR ");
            case Not not -> "NOT " + grouped(not.part());
            case Words words -> named(words.field(), bareWords(words));
            case Near near -> near.field() == Field.TEXT ? sides(near) : named(near.field(), "(" + sides(near) + ")");
            case Prefix prefix -> named(prefix.field(), prefix.start() + "*");
            case Is is -> named(is.field(), bareValue(is.value()));
            case Between between -> named(between.field(), between.range().toString());
        };
    }

    private static String joined(List<ItemQuery> parts, String operator) {
        return parts.stream().map(Written::grouped).collect(Collectors.joining(operator));
    }

    private static String grouped(ItemQuery part) {
        return part instanceof And || part instanceof Or ? "(" + of(part) + ")" : of(part);
    }

    private static String named(Field field, String value) {
        return field == Field.TEXT ? value : field.key() + ":" + value;
    }

    private static String sides(Near near) {
        return side(near.left()) + (near.ordered() ? " pre/" : " w/") + near.distance() + " " + side(near.right());
    }

    /** A side of w/ without its field, which is the Near's. */
    private static String side(ItemQuery side) {
        return switch (side) {
            case Words words -> bareWords(words);
            case Prefix prefix -> prefix.start() + "*";
            case Or or -> or.parts().stream().map(Written::side).collect(Collectors.joining(" OR ", "(", ")"));
            case ItemQuery other -> throw new IllegalArgumentException("No side of w/: " + other.getClass());
        };
    }

    private static String bareWords(Words words) {
        String text = String.join(" ", words.words());
        if (words.exact()) {
            return quoted(text);
        }
        return isBare(text) ? text : "~" + quoted(text);
    }

    private static String bareValue(String value) {
        return isBare(value) ? value : quoted(value);
    }

    private static boolean isBare(String text) {
        return BARE.matcher(text).matches() && Lexer.isPlain(text);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("([\\\\\"“”„])", "\\\\$1") + '"';
    }
}
