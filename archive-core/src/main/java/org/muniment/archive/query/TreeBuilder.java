package org.muniment.archive.query;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.builders.QueryBuilder;
import org.apache.lucene.queryparser.flexible.core.builders.QueryTreeBuilder;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;

/** Turns the syntax of a query into its meaning; what a field does not take is an error at its place. */
final class TreeBuilder extends QueryTreeBuilder {
    private static final Pattern SPECIAL = Pattern.compile("[*?!~^\\\\{}\\[\\]|<>]");
    private static final String LETTERS_OF_OTHERS =
            "Here ? ! ~ ^ and brackets have no meaning: write teach* for the start of a word, or use quotes";

    private final String query;
    private final ZoneId zone;

    TreeBuilder(String query, ZoneId zone) {
        this.query = query;
        this.zone = zone;
        on(AndQueryNode.class, node -> new ItemQuery.And(parts(node)));
        on(OrQueryNode.class, node -> new ItemQuery.Or(parts(node)));
        on(ModifierQueryNode.class, node -> new ItemQuery.Not(parts(node).getFirst()));
        on(NearQueryNode.class, node -> near((NearQueryNode) node));
        on(FieldQueryNode.class, node -> leaf((FieldQueryNode) node, this::bare));
        on(QuotedFieldQueryNode.class, node -> leaf((FieldQueryNode) node, this::quoted));
    }

    private void on(Class<? extends QueryNode> type, QueryBuilder builder) {
        setBuilder(type, builder);
    }

    private static List<ItemQuery> parts(QueryNode node) {
        return node.getChildren().stream()
                .map(child -> (ItemQuery) child.getTag(QUERY_TREE_BUILDER_TAGID))
                .toList();
    }

    private ItemQuery near(NearQueryNode node) {
        Token operator = node.operator();
        var form = Lexer.NEAR.matcher(operator.text());
        if (!form.matches()) {
            throw new IllegalStateException("No operator: " + operator);
        }
        var sides = parts(node);
        List<ItemQuery.Leaf> leaves = sides.getFirst().leaves();
        Field field = leaves.isEmpty() ? Field.TEXT : leaves.getFirst().field();
        boolean ordered = form.group(1).equalsIgnoreCase("pre");
        int distance = Integer.parseInt(form.group(2));
        return at(
                operator.begin(),
                operator.end(),
                () -> new ItemQuery.Near(field, sides.get(0), sides.get(1), distance, ordered));
    }

    private interface Meaning {
        ItemQuery of(Field field, FieldQueryNode node);
    }

    private ItemQuery leaf(FieldQueryNode node, Meaning meaning) {
        Field field = Field.named(node.getFieldAsString()).orElseThrow();
        return at(node.getBegin(), node.getEnd(), () -> meaning.of(field, node));
    }

    private ItemQuery bare(Field field, FieldQueryNode node) {
        String text = node.getTextAsString();
        return switch (field.type()) {
            case DATE -> new ItemQuery.Between(field, RangeReader.days(text, zone));
            case NUMBER -> new ItemQuery.Between(field, RangeReader.bytes(text));
            case WORDS -> text.equals("*") && field == Field.TEXT ? new ItemQuery.All() : word(field, text);
            case ADDRESS, EXACT, FLAG -> value(field, text);
        };
    }

    private static ItemQuery word(Field field, String text) {
        if (text.startsWith("-") || text.startsWith("+")) {
            throw new IllegalArgumentException("To leave a word out write NOT before it; to find the sign use quotes");
        }
        if (text.indexOf('*') >= 0) {
            return prefix(field, text);
        }
        if (SPECIAL.matcher(text).find()) {
            throw new IllegalArgumentException(LETTERS_OF_OTHERS);
        }
        return new ItemQuery.Words(field, List.of(text), false);
    }

    private static ItemQuery value(Field field, String text) {
        if (text.indexOf('*') >= 0) {
            return prefix(field, text);
        }
        boolean bracketed = field == Field.MESSAGE_ID && text.startsWith("<") && text.endsWith(">");
        return new ItemQuery.Is(field, bracketed ? text.substring(1, text.length() - 1) : text);
    }

    private static ItemQuery prefix(Field field, String text) {
        if (text.startsWith("*")) {
            throw new IllegalArgumentException(
                    field.type() == Field.Type.ADDRESS
                            ? "A star stands only at the end; for a domain write " + field.key() + ":x.gov"
                            : "A star stands only at the end of a word: teach*");
        }
        if (text.indexOf('*') < text.length() - 1) {
            throw new IllegalArgumentException("A star stands only at the end of a word: teach*");
        }
        return new ItemQuery.Prefix(field, text.substring(0, text.length() - 1));
    }

    private ItemQuery quoted(Field field, FieldQueryNode node) {
        String text = node.getTextAsString();
        boolean exact = node.getTag(QuerySyntax.STEMMED) == null;
        return switch (field.type()) {
            case WORDS -> phrase(field, text, exact);
            case ADDRESS, EXACT, FLAG -> new ItemQuery.Is(field, text);
            case DATE, NUMBER -> bare(field, node);
        };
    }

    private static ItemQuery phrase(Field field, String text, boolean exact) {
        List<String> words = Rules.split(text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("There are no letters or digits between these quotes");
        }
        return new ItemQuery.Words(field, words, exact);
    }

    private ItemQuery at(int begin, int end, Supplier<ItemQuery> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "This is not understood" : e.getMessage();
            throw new QuerySyntaxException(message, query, begin, end - begin);
        }
    }
}
