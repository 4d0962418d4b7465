package org.muniment.archive.pdf;

import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muniment.archive.pdf.ContentTokens.Token;

/**
 * The text of a content stream, shown or hidden, in the order in which it is drawn and in that in which it stands on the page;
 * lines that run to the left are turned round.
 */
final class ContentText {
    private static final int FIRST_TO_THE_LEFT = 0x590;
    private static final double LEVEL = 2;

    private final Map<String, Meanings> fonts;
    private final Map<String, Said> drawings;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Meanings font = Meanings.NONE;
    private double x;
    private double y;

    /** What a stream says. @param drawn in the order of drawing @param placed in that of places */
    record Said(String drawn, String placed) {}

    /** What is said at a place. @param isTurned whether its lines read from left to right already */
    private record Piece(double x, double y, String drawn, String placed, boolean isTurned) {}

    /**
     * @param fonts what the codes of each font mean, by the name of the font
     * @param drawings what the drawings say that it may show, by name
     */
    ContentText(Map<String, Meanings> fonts, Map<String, Said> drawings) {
        this.fonts = fonts;
        this.drawings = drawings;
    }

    /** @throws IOException when a font or a code has no meaning: then the text is not known */
    Said of(byte[] content) throws IOException {
        ContentTokens tokens = new ContentTokens(content);
        List<Token> operation = tokens.next();
        while (!operation.isEmpty()) {
            operate(((Token.Operator) operation.getLast()).name(), operation);
            operation = tokens.next();
        }
        end();
        List<Piece> placed = new ArrayList<>(pieces);
        placed.sort(Comparator.<Piece>comparingLong(piece -> -Math.round(piece.y() / LEVEL))
                .thenComparingDouble(Piece::x));
        return new Said(
                joined(pieces.stream().map(Piece::drawn).toList(), pieces),
                joined(placed.stream().map(Piece::placed).toList(), placed));
    }

    private static String joined(List<String> texts, List<Piece> pieces) {
        StringBuilder all = new StringBuilder();
        int line = 0;
        for (int at = 0; at < texts.size(); at++) {
            if (at > 0 && pieces.get(at - 1).isTurned()) {
                line = all.append('\n').length();
            } else if (at > 0
                    && !pieces.get(at).isTurned()
                    && Math.abs(pieces.get(at).y() - pieces.get(at - 1).y()) < LEVEL) {
                all.append(' ');
            } else if (at > 0) {
                turn(all, line);
                line = all.append('\n').length();
            }
            all.append(texts.get(at));
        }
        if (!pieces.isEmpty() && !pieces.getLast().isTurned()) {
            turn(all, line);
        }
        return all.toString();
    }

    private void operate(String operator, List<Token> operation) throws IOException {
        switch (operator) {
            case "Tf" -> font(((Token.Name) operation.getFirst()).name());
            case "Td", "TD", "Tm" -> {
                end();
                x = ((Token.Number) operation.get(operation.size() - 3)).value();
                y = ((Token.Number) operation.get(operation.size() - 2)).value();
            }
            case "Tj", "TJ", "'", "\"" -> show(operation);
            case "Do" -> drawing(((Token.Name) operation.getFirst()).name());
            default -> {
                // Lines, colours and what belongs to which element.
            }
        }
    }

    private void font(String name) throws IOException {
        Meanings meant = fonts.get(name);
        if (meant == null) {
            throw new IOException("A font without meaning: " + name);
        }
        font = meant;
    }

    private void end() {
        if (!text.isEmpty()) {
            pieces.add(new Piece(x, y, text.toString(), text.toString(), false));
            text.setLength(0);
        }
    }

    private void show(List<Token> operation) throws IOException {
        for (Token token : operation) {
            if (token instanceof Token.Codes codes) {
                byte[] bytes = codes.bytes();
                for (int at = 0; at + 1 < bytes.length; at += 2) {
                    int code = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
                    text.append(font.of(code).orElseThrow(() -> new IOException("A code without meaning: " + code)));
                }
            }
        }
    }

    private void drawing(String name) {
        Said said = drawings.get(name);
        if (said != null) {
            end();
            pieces.add(new Piece(0, Sheets.BOTTOM, said.drawn(), said.placed(), true));
        }
    }

    /** Turns the last line round where it runs to the left. */
    private static void turn(StringBuilder text, int line) {
        boolean turns = false;
        for (int at = line; at < text.length(); at++) {
            turns |= text.charAt(at) >= FIRST_TO_THE_LEFT;
        }
        if (turns) {
            Bidi bidi = new Bidi();
            bidi.setReorderingMode(Bidi.REORDER_INVERSE_LIKE_DIRECT);
            bidi.setPara(text.substring(line), Bidi.LEVEL_DEFAULT_LTR, null);
            if (!bidi.isLeftToRight()) {
                text.replace(line, text.length(), bidi.writeReordered(Bidi.KEEP_BASE_COMBINING));
            }
        }
    }
}
