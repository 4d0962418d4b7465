package org.muniment.archive.pdf;

import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.muniment.archive.pdf.ContentTokens.Token;

/** The text of a content stream, drawn or hidden, in the order in which it is drawn; lines that run to the left turned round. */
final class ContentText {
    private static final int FIRST_TO_THE_LEFT = 0x590;

    private final Map<String, Map<Integer, String>> fonts;
    private final Map<String, String> drawings;
    private final StringBuilder text = new StringBuilder();
    private Map<Integer, String> font = Map.of();
    private double baseline = Double.NaN;
    private int line;

    /**
     * @param fonts what the codes of each font mean, by the name of the font
     * @param drawings text of the drawings that it may show, by name
     */
    ContentText(Map<String, Map<Integer, String>> fonts, Map<String, String> drawings) {
        this.fonts = fonts;
        this.drawings = drawings;
    }

    /** @throws IOException when a font or a code has no meaning: then the text is not known */
    String of(byte[] content) throws IOException {
        ContentTokens tokens = new ContentTokens(content);
        List<Token> operation = tokens.next();
        while (!operation.isEmpty()) {
            operate(((Token.Operator) operation.getLast()).name(), operation);
            operation = tokens.next();
        }
        turn();
        return text.toString();
    }

    private void operate(String operator, List<Token> operation) throws IOException {
        switch (operator) {
            case "Tf" -> font(((Token.Name) operation.getFirst()).name());
            case "Td", "TD", "Tm" -> moved(((Token.Number) operation.get(operation.size() - 2)).value());
            case "T*" -> moved(Double.NaN);
            case "Tj", "TJ", "'", "\"" -> show(operation);
            case "Do" -> drawing(((Token.Name) operation.getFirst()).name());
            default -> {
                // Lines, colours and what belongs to which element.
            }
        }
    }

    private void font(String name) throws IOException {
        Map<Integer, String> meant = fonts.get(name);
        if (meant == null) {
            throw new IOException("A font without meaning: " + name);
        }
        font = meant;
    }

    private void moved(double y) {
        if (text.isEmpty()) {
            baseline = y;
        } else if (y == baseline) {
            text.append(' ');
        } else {
            turn();
            text.append('\n');
            line = text.length();
            baseline = y;
        }
    }

    private void show(List<Token> operation) throws IOException {
        for (Token token : operation) {
            if (token instanceof Token.Codes codes) {
                byte[] bytes = codes.bytes();
                for (int at = 0; at + 1 < bytes.length; at += 2) {
                    int code = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
                    String meaning = font.get(code);
                    if (meaning == null) {
                        throw new IOException("A code without meaning: " + code);
                    }
                    text.append(meaning);
                }
            }
        }
    }

    private void drawing(String name) {
        String drawn = drawings.getOrDefault(name, "");
        if (!drawn.isEmpty()) {
            turn();
            text.append('\n').append(drawn).append('\n');
            line = text.length();
        }
    }

    /** Adds what the last line says from right to left, where it does. */
    private void turn() {
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
        line = text.length();
    }
}
