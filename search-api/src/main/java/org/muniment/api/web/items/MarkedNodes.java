package org.muniment.api.web.items;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.index.Marked;

/**
 * Marks what a query asks for in the text of a page that was made safe. A found stretch of a text node is put into an element
 * made here; names, attributes and styles are not looked at. What was found may go over several nodes.
 */
final class MarkedNodes implements NodeVisitor {
    /** On the element itself, and so stronger than what a mail says of marks. */
    private static final String STYLE = "background: #fff1a8 !important; color: #1b1b1b !important;"
            + " display: inline !important; visibility: visible !important";

    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();

    /** @param start where the node's text begins in that of the page */
    private record Stretch(TextNode node, int start) {
        int end() {
            return start + node.getWholeText().length();
        }
    }

    private MarkedNodes() {}

    /** Marks in place. Marks of the page's own become plain, so that none passes for a found one. */
    static void mark(Element body, Highlighter marks) {
        body.select("mark").tagName("span");
        MarkedNodes nodes = new MarkedNodes();
        body.traverse(nodes);
        BitSet found = new BitSet();
        int at = 0;
        for (Marked.Part part : marks.body(nodes.text.toString()).parts()) {
            int end = at + part.text().length();
            found.set(at, end, part.found());
            at = end;
        }
        nodes.stretches.forEach(stretch -> mark(stretch, found));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            stretches.add(new Stretch(words, text.length()));
            text.append(words.getWholeText());
        } else {
            parted(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        parted(node);
    }

    /** Words of two paragraphs or cells are two words. */
    private void parted(Node node) {
        if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
            text.append('\n');
        }
    }

    private static void mark(Stretch stretch, BitSet found) {
        TextNode node = stretch.node();
        String words = node.getWholeText();
        int end = stretch.end();
        int written = stretch.start();
        int at = node.isBlank() ? -1 : found.nextSetBit(written);
        while (at >= 0 && at < end) {
            int to = Math.min(end, found.nextClearBit(at));
            plain(node, words.substring(written - stretch.start(), at - stretch.start()));
            String hit = words.substring(at - stretch.start(), to - stretch.start());
            node.before(new Element("mark").attr("style", STYLE).appendText(hit));
            written = to;
            at = found.nextSetBit(to);
        }
        node.text(words.substring(written - stretch.start()));
    }

    private static void plain(TextNode node, String words) {
        if (!words.isEmpty()) {
            node.before(new TextNode(words));
        }
    }
}
