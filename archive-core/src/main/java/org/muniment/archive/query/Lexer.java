package org.muniment.archive.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.query.Token.Kind;

/** Cuts a query into tokens. */
final class Lexer {
    static final Pattern NEAR = Pattern.compile("(?i)(w|pre)/(\\d{1,9})");

    private static final Pattern FIELD = Pattern.compile("\\G(\\p{L}+):");
    private static final Pattern LIKE_NEAR = Pattern.compile("(?i)(w|pre|near|within|n|adj)?/(\\d+|s|p)?|w/o|w/in");
    private static final Pattern LIKE_OPERATOR = Pattern.compile("(?i)and|or|not|&&?|\\|\\|?");
    private static final String QUOTES = "\"“”„";

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Token> tokens(String query) {
        return new Lexer(query).all();
    }

    /** Whether the run of characters is read as a word rather than an operator, or something like one. */
    static boolean isPlain(String run) {
        return !LIKE_OPERATOR.matcher(run).matches()
                && !LIKE_NEAR.matcher(run).matches()
                && !NEAR.matcher(run).matches();
    }

    private List<Token> all() {
        while (skipSpace()) {
            next();
        }
        add(Kind.END, "", at, at);
        return tokens;
    }

    private boolean skipSpace() {
        while (at < query.length() && isSpace(query.charAt(at))) {
            at++;
        }
        return at < query.length();
    }

    private void next() {
        char c = query.charAt(at);
        if (c == '(' || c == ')') {
            add(c == '(' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c), at, at + 1);
        } else if (isQuote(at)) {
            quoted(Kind.PHRASE, at);
        } else if (c == '~' && isQuote(at + 1)) {
            quoted(Kind.STEMMED_PHRASE, at + 1);
        } else if (!followsColon() && fieldHere()) {
            return;
        } else {
            run();
        }
    }

    private boolean followsColon() {
        return !tokens.isEmpty()
                && tokens.getLast().is(Kind.FIELD)
                && tokens.getLast().end() == at;
    }

    private boolean fieldHere() {
        Matcher field = FIELD.matcher(query);
        if (!field.find(at)) {
            return false;
        }
        add(Kind.FIELD, field.group(1), at, field.end());
        return true;
    }

    private void quoted(Kind kind, int open) {
        var text = new StringBuilder();
        for (int i = open + 1; i < query.length(); i++) {
            if (isQuote(i)) {
                add(kind, text.toString(), at, i + 1);
                return;
            }
            if (query.charAt(i) == '\\' && i + 1 < query.length() && (isQuote(i + 1) || query.charAt(i + 1) == '\\')) {
                i++;
            }
            text.append(query.charAt(i));
        }
        throw new QuerySyntaxException("This quote is not closed", query, open, 1);
    }

    private void run() {
        int end = at;
        while (end < query.length()
                && !isSpace(query.charAt(end))
                && "()".indexOf(query.charAt(end)) < 0
                && !isQuote(end)) {
            end++;
        }
        String text = query.substring(at, end);
        add(kind(text), text, at, end);
    }

    private Kind kind(String run) {
        if (NEAR.matcher(run).matches()) {
            return Kind.NEAR;
        }
        if (LIKE_NEAR.matcher(run).matches()) {
            throw error(
                    run,
                    "Write w/5 for within 5 words either way, pre/5 for the first before the second; for these "
                            + "characters themselves use quotes");
        }
        return switch (run) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            default -> word(run);
        };
    }

    private Kind word(String run) {
        if (LIKE_OPERATOR.matcher(run).matches()) {
            throw error(
                    run, "Write AND, OR, NOT in capitals; to find the word itself put it in quotes: \"" + run + "\"");
        }
        return Kind.WORD;
    }

    private QuerySyntaxException error(String run, String message) {
        return new QuerySyntaxException(message, query, at, run.length());
    }

    private void add(Kind kind, String text, int begin, int end) {
        tokens.add(new Token(kind, text, begin, end));
        at = end;
    }

    private boolean isQuote(int index) {
        return index < query.length() && QUOTES.indexOf(query.charAt(index)) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
