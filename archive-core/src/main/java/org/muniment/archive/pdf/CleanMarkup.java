package org.muniment.archive.pdf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
    private static final int MOST_ELEMENTS = 15_000;
    private static final int DEEPEST = 120;
    private static final int DEEPEST_TABLES = 14;
    private static final int MOST_WIDTH = 1_400;
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
        MailMarkup mail = MailMarkup.of(read, pictures::containsKey, "id");
        Document clean = mail.document();
        clean.select("[style]").forEach(element -> element.attr("style", ownFonts(element.attr("style"))));
        fonts(clean);
        List<String> notes = new ArrayList<>();
        if (mail.remote() > 0) {
            String note = mail.remote() == 1
                    ? "1 picture on another server was not loaded"
                    : mail.remote() + " pictures on other servers were not loaded";
            notes.add(note);
            clean.body().prependElement("p").addClass("muniment-note").text(note + ".");
        }
        clean.outputSettings().charset("UTF-8");
        clean.head().appendElement("style").appendChild(new DataNode(STYLE + ownFonts(mail.styles())));
        Map<String, Path> used = new LinkedHashMap<>();
        mail.pictures().forEach((address, id) -> used.put(address, Objects.requireNonNull(pictures.get(id))));
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

    private static String ownFonts(String style) {
        return FAMILY.matcher(style).replaceAll(CleanMarkup::family);
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
