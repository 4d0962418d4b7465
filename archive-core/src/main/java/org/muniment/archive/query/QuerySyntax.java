package org.muniment.archive.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.parser.SyntaxParser;
import org.muniment.archive.query.Token.Kind;

/**
 * The grammar, by recursive descent:
 *
 * <pre>
 * or   := and (OR and)*
 * and  := not (AND? not)*
 * not  := NOT not | near
 * near := part ((w/n | pre/n) part)?
 * part := (field:)? ( "(" or ")" | word | "phrase" | ~"phrase" )
 * </pre>
 *
 * Throws {@link QuerySyntaxException} for what it does not take.
 */
final class QuerySyntax implements SyntaxParser {
    /** Tag of the nodes whose quotes take other forms of the words too. */
    static final String STEMMED = "stemmed";

    private static final int DEEPEST = 64;

    @Override
    public QueryNode parse(CharSequence query, CharSequence field) {
        return new Descent(query.toString()).all(field.toString());
    }

    private static final class Descent {
        private final String query;
        private final List<Token> tokens;
        private int at;
        private int depth;

        Descent(String query) {
            this.query = query;
            this.tokens = Lexer.tokens(query);
        }

        QueryNode all(String field) {
            if (peek().is(Kind.END)) {
                throw error("The query is empty; a star * finds everything", peek());
            }
            QueryNode whole = or(field, false);
            if (!peek().is(Kind.END)) {
                throw error("This parenthesis closes nothing", peek());
            }
            return whole;
        }

        private QueryNode or(String field, boolean grouped) {
            var parts = new ArrayList<QueryNode>();
            do {
                parts.add(and(field, grouped));
            } while (took(Kind.OR));
            return parts.size() == 1 ? parts.getFirst() : new OrQueryNode(parts);
        }

        private QueryNode and(String field, boolean grouped) {
            var parts = new ArrayList<QueryNode>();
            do {
                parts.add(not(field, grouped));
            } while (took(Kind.AND) || !endsHere());
            return parts.size() == 1 ? parts.getFirst() : new AndQueryNode(parts);
        }

        private boolean endsHere() {
            return peek().is(Kind.OR) || peek().is(Kind.CLOSE) || peek().is(Kind.END);
        }

        private QueryNode not(String field, boolean grouped) {
            if (!peek().is(Kind.NOT)) {
                return near(field, grouped);
            }
            Token not = next();
            deeper(not);
            QueryNode part = not(field, grouped);
            depth--;
            return new ModifierQueryNode(part, ModifierQueryNode.Modifier.MOD_NOT);
        }

        private QueryNode near(String field, boolean grouped) {
            QueryNode left = part(field, grouped);
            if (!peek().is(Kind.NEAR)) {
                return left;
            }
            Token operator = next();
            var near = new NearQueryNode(left, part(field, grouped), operator);
            if (peek().is(Kind.NEAR)) {
                throw error("Join two at a time: write a w/5 b AND b w/5 c", peek());
            }
            return near;
        }

        private QueryNode part(String field, boolean grouped) {
            if (!peek().is(Kind.FIELD)) {
                return value(field, grouped);
            }
            Token named = next();
            if (grouped) {
                throw error("A field's parentheses hold no other field", named);
            }
            String key =
                    Field.named(named.text()).orElseThrow(() -> unknown(named)).key();
            return switch (peek().kind()) {
                case WORD, PHRASE, STEMMED_PHRASE, OPEN -> value(key, true);
                case FIELD, CLOSE, AND, OR, NOT, NEAR, END ->
                    throw error(named.text() + ": needs a value directly after it", named);
            };
        }

        private QueryNode value(String field, boolean grouped) {
            Token token = next();
            return switch (token.kind()) {
                case WORD -> new FieldQueryNode(field, token.text(), token.begin(), token.end());
                case PHRASE -> quoted(field, token);
                case STEMMED_PHRASE -> {
                    var node = quoted(field, token);
                    node.setTag(STEMMED, true);
                    yield node;
                }
                case OPEN -> group(field, grouped, token);
                case NEAR -> throw error("There is nothing to the left of " + token.text(), token);
                case FIELD -> throw error("A field does not stand here", token);
                case CLOSE, AND, OR, NOT, END -> throw missing(token);
            };
        }

        private static QuotedFieldQueryNode quoted(String field, Token token) {
            return new QuotedFieldQueryNode(field, token.text(), token.begin(), token.end());
        }

        private QueryNode group(String field, boolean grouped, Token open) {
            deeper(open);
            if (peek().is(Kind.CLOSE)) {
                throw error("There is nothing between these parentheses", open);
            }
            QueryNode inside = or(field, grouped);
            if (!took(Kind.CLOSE)) {
                throw error("This parenthesis is not closed", open);
            }
            depth--;
            return inside;
        }

        private QuerySyntaxException missing(Token found) {
            if (at < 2) {
                return error("A word or a field is missing before this", found);
            }
            Token before = tokens.get(at - 2);
            return switch (before.kind()) {
                case AND, OR, NOT, NEAR -> error("There is nothing to the right of " + before.text(), before);
                case WORD, PHRASE, STEMMED_PHRASE, FIELD, OPEN, CLOSE, END ->
                    error("A word or a field is missing before this", found);
            };
        }

        private QuerySyntaxException unknown(Token named) {
            String meant = Suggestion.forField(named.text())
                    .map(field -> "did you mean " + field.key() + ":?")
                    .orElse("to find these characters put them in quotes");
            return error("There is no field " + named.text() + ": – " + meant, named);
        }

        private void deeper(Token token) {
            if (++depth > DEEPEST) {
                throw error("The query is nested more than " + DEEPEST + " deep", token);
            }
        }

        private Token peek() {
            return tokens.get(at);
        }

        private Token next() {
            Token token = tokens.get(at);
            at = Math.min(at + 1, tokens.size());
            return token;
        }

        private boolean took(Kind kind) {
            boolean here = peek().is(kind);
            at += here ? 1 : 0;
            return here;
        }

        private QuerySyntaxException error(String message, Token token) {
            return new QuerySyntaxException(message, query, token.begin(), token.end() - token.begin());
        }
    }
}
