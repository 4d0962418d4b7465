package org.muniment.archive.pdf;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of markup, a line for each of its blocks. */
final class MarkupText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    static String of(String html) {
        MarkupText words = new MarkupText();
        NodeTraversor.traverse(words, Jsoup.parse(html).body());
        return words.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"))) {
            end();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            end();
        } else if (node instanceof Element element && element.normalName().equals("td")) {
            text.append("  ");
        }
    }

    private void end() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
