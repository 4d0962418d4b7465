package org.muniment.archive.item.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Marked-up text as a reader sees it: words of links kept, blocks on lines of their own, table cells apart. */
public final class MarkupText {
    private static final Set<String> BREAKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "section",
            "table",
            "title",
            "tr",
            "ul");
    private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");
    private static final Pattern ENRICHED_PARAMETER = Pattern.compile("(?is)<param>[^<]*</param>");
    private static final Pattern ENRICHED_TAG = Pattern.compile("</?[A-Za-z0-9-]{1,60}>");

    private MarkupText() {}

    /** HTML of any quality. */
    public static String ofHtml(String html) {
        StringBuilder out = new StringBuilder(html.length() / 2 + 16);
        Jsoup.parse(html).traverse(new Writer(out));
        return out.toString().strip();
    }

    /** {@code text/enriched} (RFC 1896) and its forerunner {@code text/richtext} (RFC 1341). */
    public static String ofEnriched(String text) {
        String open = text.replace("<<", "\u0001").replace("<lt>", "\u0001").replace("<nl>", "\n");
        String bare = ENRICHED_TAG
                .matcher(ENRICHED_PARAMETER.matcher(open).replaceAll(""))
                .replaceAll("");
        return bare.replace('\u0001', '<').strip();
    }

    /** Writes text nodes with white space collapsed, a line end at blocks, a tab between cells. */
    private static final class Writer implements NodeVisitor {
        private final StringBuilder out;
        private int silent;
        private int pre;

        Writer(StringBuilder out) {
            this.out = out;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (silent == 0) {
                    write(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                open(element, element.normalName());
            }
        }

        private void open(Element element, String name) {
            if (SILENT.contains(name)) {
                silent++;
            } else if (BREAKS.contains(name)) {
                line();
            } else if ((name.equals("td") || name.equals("th")) && !atLineStart()) {
                out.append('\t');
            } else if (name.equals("img")) {
                write(element.attr("alt"));
            }
            if (name.equals("pre")) {
                pre++;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                silent -= SILENT.contains(name) ? 1 : 0;
                pre -= name.equals("pre") ? 1 : 0;
                if (BREAKS.contains(name) && !name.equals("br")) {
                    line();
                }
            }
        }

        private void write(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n' && pre > 0) {
                    out.append('\n');
                } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                    space();
                } else if (c != '\u00ad' && c != '\u200b') {
                    out.append(c);
                }
            }
        }

        private void space() {
            int last = out.length() - 1;
            if (last >= 0 && out.charAt(last) != ' ' && out.charAt(last) != '\n' && out.charAt(last) != '\t') {
                out.append(' ');
            }
        }

        private boolean atLineStart() {
            return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        }

        private void line() {
            while (!out.isEmpty() && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\t')) {
                out.setLength(out.length() - 1);
            }
            if (!atLineStart()) {
                out.append('\n');
            }
        }
    }

    /** Whether a media type names something this class reads as HTML. */
    public static boolean isHtml(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals("text/html") || lower.equals("application/xhtml+xml") || lower.equals("text/x-amp-html");
    }
}
