package org.muniment.api.web.items;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The body of a mail as it may be shown in a frame: elements and styles that show something, the pictures that came along,
 * nothing that runs, sends or loads from elsewhere. The frame's own policy forbids all of that a second time.
 *
 * @param html a whole page
 * @param blocked pictures on other servers that were left out: who sees one tells its server that the mail was opened
 */
public record SafeMarkup(String html, int blocked) {
    /** What the frame that shows it is answered with. */
    public static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

    private static final String SCHEME = "muniment";
    private static final Pattern LOADING = Pattern.compile(
            "@import[^;}]*;?|@font-face\\s*\\{[^}]*\\}|url\\s*\\([^)]*\\)|image(-set)?\\s*\\([^)]*\\)|expression\\s*\\(|-moz-binding"
                    + "|behavior\\s*:|position\\s*:\\s*(fixed|sticky)",
            Pattern.CASE_INSENSITIVE);
    private static final String STYLE = """
            body { font-family: 'Helvetica Neue', Helvetica, Arial, sans-serif; font-size: 15px; line-height: 1.45; color: #1b1b1b;
              background: #fff; margin: 12px; overflow-wrap: anywhere } img { max-width: 100%; height: auto } pre { white-space: pre-wrap }
            blockquote { margin: 6px 0 6px 3px; padding-left: 10px; border-left: 2px solid #a9aeb1 } table { max-width: 100% }
            .muniment-gone { color: #565c65; font-size: 12px; border: 1px dotted #71767a; padding: 0 3px }
            """;

    /**
     * Makes it safe.
     *
     * @param pictures by Content-ID the address on this server
     */
    public static SafeMarkup of(String html, Map<String, String> pictures) {
        Document read = Jsoup.parse(html);
        Map<String, String> used = new LinkedHashMap<>();
        int blocked = pictures(read, pictures, used);
        String styles = styles(read);
        read.select("a[href]").forEach(SafeMarkup::told);
        Document clean = new Cleaner(safelist()).clean(read);
        clean.select("[style]").forEach(element -> element.attr("style", harmless(element.attr("style"))));
        clean.select("img[src]").forEach(image -> image.attr("src", used.getOrDefault(image.attr("src"), "")));
        clean.select("img:not([alt])").forEach(image -> image.attr("alt", ""));
        clean.outputSettings().charset("UTF-8").prettyPrint(false);
        clean.title("Message");
        clean.head().prependElement("meta").attr("charset", "UTF-8");
        clean.head().appendElement("style").appendChild(new DataNode(STYLE + styles));
        clean.getElementsByTag("html").attr("lang", "en");
        return new SafeMarkup("<!doctype html>\n" + clean.outerHtml(), blocked);
    }

    /** Where a link leads can be read, and copied by whoever dares; it is not followed from here. */
    private static void told(Element link) {
        link.attr("title", link.attr("href").strip());
    }

    /** Gives pictures that came along an address; takes out the others, and counts those on other servers. */
    private static int pictures(Document read, Map<String, String> pictures, Map<String, String> used) {
        int remote = 0;
        for (Element image : read.select("img, image, input[type=image]")) {
            String source = image.attr("src").strip();
            String address =
                    source.toLowerCase(Locale.ROOT).startsWith("cid:") ? pictures.get(contentId(source)) : null;
            if (address != null) {
                String name = SCHEME + ":" + used.size();
                used.put(name, address);
                image.attr("src", name);
            } else {
                remote += source.isEmpty() || source.regionMatches(true, 0, "data:", 0, 5) ? 0 : 1;
                replace(image);
            }
        }
        return remote;
    }

    private static String contentId(String source) {
        return URLDecoder.decode(
                source.substring(4).replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                StandardCharsets.UTF_8);
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
        return harmless(styles.toString()).replace("<", "");
    }

    private static String harmless(String style) {
        String plain = style.replace("\\", "").replaceAll("(?s)/\\*.*?\\*/", "");
        return LOADING.matcher(plain).replaceAll("");
    }

    private static Safelist safelist() {
        return Safelist.relaxed()
                .addTags("center", "font", "hr", "s", "del", "ins", "address", "big", "tt", "article", "section")
                .addTags("header", "footer", "figure", "figcaption", "kbd", "samp", "mark", "main", "nav")
                .addAttributes(":all", "style", "class", "dir", "lang", "align", "valign", "bgcolor", "width", "title")
                .addAttributes(
                        ":all", "height", "border", "cellpadding", "cellspacing", "color", "face", "size", "nowrap")
                .removeProtocols("img", "src", "http", "https")
                .addProtocols("img", "src", SCHEME)
                .removeAttributes("a", "href")
                .removeAttributes("blockquote", "cite")
                .removeAttributes("q", "cite");
    }
}
