package org.muniment.archive.item.reading;

/** {@code format=flowed} text (RFC 3676) with its paragraphs on one line each. */
final class FlowedText {
    private FlowedText() {}

    /** @param deleteSpace {@code DelSp=yes}: the space that marks a soft line end is no text */
    static String join(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openQuote = -1;
        for (String line : text.split("\n", -1)) {
            int quote = quoteDepth(line);
            String content = line.substring(quote).startsWith(" ") ? line.substring(quote + 1) : line.substring(quote);
            boolean signature = content.equals("-- ");
            if (openQuote == quote && !signature) {
                out.append(content);
            } else {
                start(out, openQuote >= 0 || !out.isEmpty(), line, quote, content);
            }
            boolean soft = content.endsWith(" ") && !signature;
            openQuote = soft ? quote : -1;
            if (soft && deleteSpace) {
                out.setLength(out.length() - 1);
            }
            if (!soft) {
                out.append('\n');
            }
        }
        return out.toString().stripTrailing();
    }

    private static void start(StringBuilder out, boolean begun, String line, int quote, String content) {
        if (begun && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        out.append(line, 0, quote).append(quote > 0 ? " " : "").append(content);
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
