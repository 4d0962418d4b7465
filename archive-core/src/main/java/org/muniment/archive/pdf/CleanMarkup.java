package org.muniment.archive.pdf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The body of a mail as it may be drawn: elements and styles that show something, no addresses but those of the pictures the
 * mail brings along.
 *
 * @param document with a style of its own before the mail's
 * @param pictures files by the address that stands in the document
 * @param notes what was left out
 * @param widest the widest element that says so, in CSS pixels; 0 where none does
 */
record CleanMarkup(Document document, Map<String, Path> pictures, List<String> notes, int widest) {
    /** Addresses of pictures that come along. */
    static final String SCHEME = "muniment";

    private static final int MOST_ELEMENTS = 15_000;
    private static final int DEEPEST = 120;
    private static final int DEEPEST_TABLES = 14;
    private static final int MOST_WIDTH = 1_400;
    private static final Pattern LOADING = Pattern.compile(
            "@import[^;}]*;?|@font-face\\s*\\{[^}]*\\}|@page[^{]*\\{[^}]*\\}|url\\s*\\([^)]*\\)|expression\\s*\\(|-fs-[a-z-]+\\s*:[^;}]*"
                    + "|content\\s*:[^;}]*|position\\s*:\\s*[a-z]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAMILY = Pattern.compile("font-family\\s*:\\s*([^;}]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WIDTH =
            Pattern.compile("(?<![-a-z])width\\s*:\\s*(\\d{3,4})\\s*px", Pattern.CASE_INSENSITIVE);
    private static final String STYLE = """
            body { font-family: 'liberation sans'; font-size: 10pt; line-height: 1.35; color: #000; margin: 0; word-wrap: break-word }
            pre, tt, code, kbd, samp { font-family: 'liberation mono' } img { max-width: 100% } pre { white-space: pre-wrap } a { color: #1a4e8a }
            blockquote { margin: 4pt 0 4pt 2pt; padding-left: 8pt; border-left: 1.5pt solid #b8b8b8 }
            .muniment-note { color: #595959; font-style: italic; font-size: 8.5pt; margin: 0 0 8pt 0 }
            .muniment-gone { color: #595959; font-size: 8.5pt; border: 0.5pt dotted #8a8a8a; padding: 0 2pt }
            p, li { orphans: 2; widows: 2 }
            """;

    /** @throws Unpaintable when it is too large or too deep to be drawn in bounded time */
    static CleanMarkup of(String html, Map<String, Path> pictures) throws Unpaintable {
        Document read = Jsoup.parse(html);
        checkSize(read);
        Map<String, Path> used = new LinkedHashMap<>();
        int remote = pictures(read, pictures, used);
        String styles = styles(read);
        Document clean = new Cleaner(safelist()).clean(read);
        clean.select("[style]").forEach(element -> element.attr("style", harmless(element.attr("style"))));
        fonts(clean);
        List<String> notes = new ArrayList<>();
        if (remote > 0) {
            String note = remote == 1
                    ? "1 picture on another server was not loaded"
                    : remote + " pictures on other servers were not loaded";
            notes.add(note);
            clean.body().prependElement("p").addClass("muniment-note").text(note + ".");
        }
        clean.outputSettings().charset("UTF-8");
        clean.head().appendElement("style").appendChild(new DataNode(STYLE + styles));
        return new CleanMarkup(clean, used, notes, widest(clean));
    }

    private static void checkSize(Document read) throws Unpaintable {
        if (read.getAllElements().size() > MOST_ELEMENTS) {
            throw new Unpaintable("it has too many parts");
        }
        for (Element element : read.getAllElements()) {
            if (element.childrenSize() == 0 && isDeep(element)) {
                throw new Unpaintable("it is nested too deeply");
            }
        }
    }

    private static boolean isDeep(Element element) {
        long tables = element.parents().stream()
                .filter(parent -> parent.normalName().equals("table"))
                .count();
        return element.parents().size() > DEEPEST || tables > DEEPEST_TABLES;
    }

    /** Gives pictures that come along an address; takes out the others, and counts them. */
    private static int pictures(Document read, Map<String, Path> pictures, Map<String, Path> used) {
        int remote = 0;
        for (Element image : read.select("img, image, input[type=image]")) {
            String source = image.attr("src").strip();
            Path file = source.toLowerCase(Locale.ROOT).startsWith("cid:")
                    ? pictures.get(URLDecoder.decode(
                            source.substring(4).replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                            StandardCharsets.UTF_8))
                    : null;
            if (file != null) {
                String address = SCHEME + ":" + used.size();
                used.put(address, file);
                image.attr("src", address);
            } else {
                remote += source.isEmpty() || source.startsWith("data:") ? 0 : 1;
                replace(image);
            }
        }
        return remote;
    }

    private static void replace(Element image) {
        String alt = image.attr("alt").strip();
        if (alt.isEmpty()) {
            image.remove();
        } else {
            image.replaceWith(new Element("span").addClass("muniment-gone").appendChild(new TextNode(alt)));
        }
    }

    private static String styles(Document read) {
        StringBuilder styles = new StringBuilder();
        read.select("style").forEach(style -> styles.append(style.data()).append('\n'));
        return harmless(styles.toString()).replace("<", "").replace("\\", "");
    }

    private static String harmless(String style) {
        String plain = style.replace("\\", "").replaceAll("(?s)/\\*.*?\\*/", "");
        return FAMILY.matcher(LOADING.matcher(plain).replaceAll("")).replaceAll(CleanMarkup::family);
    }

    private static String family(MatchResult asked) {
        boolean fixed = asked.group(1).toLowerCase(Locale.ROOT).matches("(?s).*(mono|courier|consolas|menlo).*");
        return "font-family: " + (fixed ? "'liberation mono'" : "'liberation sans'");
    }

    /** What {@code font} elements ask for, as styles. */
    private static void fonts(Document clean) {
        for (Element font : clean.select("font[color]")) {
            String colour = font.attr("color").strip();
            if (colour.matches("#?[A-Za-z0-9]{3,20}")) {
                font.attr("style", "color: " + colour + "; " + font.attr("style"));
            }
        }
    }

    private static Safelist safelist() {
        return Safelist.relaxed()
                .addTags("center", "font", "hr", "s", "del", "ins", "address", "big", "tt", "article", "section")
                .addTags("header", "footer", "figure", "figcaption", "kbd", "samp", "mark", "main", "nav")
                .addAttributes(":all", "style", "class", "id", "dir", "lang", "align", "valign", "bgcolor", "width")
                .addAttributes(
                        ":all", "height", "border", "cellpadding", "cellspacing", "color", "face", "size", "nowrap")
                .removeProtocols("img", "src", "http", "https")
                .addProtocols("img", "src", SCHEME)
                .removeAttributes("a", "href")
                .removeAttributes("blockquote", "cite")
                .removeAttributes("q", "cite");
    }

    private static int widest(Document clean) {
        int widest = 0;
        for (Element element : clean.select("table[width], td[width], div[width], img[width]")) {
            String width = element.attr("width").strip().replace("px", "");
            widest = Math.max(widest, width.matches("\\d{3,4}") ? Integer.parseInt(width) : 0);
        }
        for (Element element : clean.select("[style]")) {
            Matcher width = WIDTH.matcher(element.attr("style"));
            while (width.find()) {
                widest = Math.max(widest, Integer.parseInt(width.group(1)));
            }
        }
        return Math.min(widest, MOST_WIDTH);
    }
}
