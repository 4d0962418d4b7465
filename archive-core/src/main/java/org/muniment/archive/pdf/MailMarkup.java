package org.muniment.archive.pdf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The body of a mail without what runs, sends or loads: elements and styles that show something, no addresses but those made
 * here for the pictures that the mail brings along. What is said on paper and what is shown in a browser begin with it.
 *
 * @param document cleaned; its styles stand apart
 * @param styles of the mail, for a {@code style} element
 * @param pictures by the address that stands in the document, the Content-ID of each picture that came along
 * @param remote pictures on other servers that were left out: who loads one tells its server that the mail was opened
 */
public record MailMarkup(Document document, String styles, Map<String, String> pictures, int remote) {
    /** Addresses of pictures that come along. */
    public static final String SCHEME = "muniment";

    private static final Pattern LOADING = Pattern.compile(
            "@import[^;}]*;?|@font-face\\s*\\{[^}]*\\}|@page[^{]*\\{[^}]*\\}|url\\s*\\([^)]*\\)|image(-set)?\\s*\\([^)]*\\)"
                    + "|expression\\s*\\(|-fs-[a-z-]+\\s*:[^;}]*|-moz-binding|behavior\\s*:|content\\s*:[^;}]*"
                    + "|position\\s*:\\s*[a-z]+",
            Pattern.CASE_INSENSITIVE);

    /**
     * Cleans a mail's HTML, and changes what was read on the way.
     *
     * @param isThere whether a picture of a Content-ID, without angle brackets, comes along
     * @param attribute an attribute that may stay on any element, besides those that say how it looks
     */
    public static MailMarkup of(Document read, Predicate<String> isThere, String attribute) {
        Map<String, String> used = new LinkedHashMap<>();
        int remote = pictures(read, isThere, used);
        StringBuilder styles = new StringBuilder();
        read.select("style").forEach(style -> styles.append(style.data()).append('\n'));
        Document clean = new Cleaner(safelist(attribute)).clean(read);
        clean.select("[style]").forEach(element -> element.attr("style", harmless(element.attr("style"))));
        return new MailMarkup(
                clean,
                harmless(styles.toString()).replace("<", "").replace("\\", ""),
                Collections.unmodifiableMap(used),
                remote);
    }

    /** Gives pictures that come along an address; takes out the others, and counts those on other servers. */
    private static int pictures(Document read, Predicate<String> isThere, Map<String, String> used) {
        int remote = 0;
        for (Element image : read.select("img, image, input[type=image]")) {
            String source = image.attr("src").strip();
            String id = source.toLowerCase(Locale.ROOT).startsWith("cid:") ? contentId(source) : "";
            if (!id.isEmpty() && isThere.test(id)) {
                String address = SCHEME + ":" + used.size();
                used.put(address, id);
                image.attr("src", address);
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

    private static String harmless(String style) {
        String plain = style.replace("\\", "").replaceAll("(?s)/\\*.*?\\*/", "");
        return LOADING.matcher(plain).replaceAll("");
    }

    private static Safelist safelist(String attribute) {
        return Safelist.relaxed()
                .addTags("center", "font", "hr", "s", "del", "ins", "address", "big", "tt", "article", "section")
                .addTags("header", "footer", "figure", "figcaption", "kbd", "samp", "mark", "main", "nav")
                .addAttributes(
                        ":all", "style", "class", "dir", "lang", "align", "valign", "bgcolor", "width", attribute)
                .addAttributes(
                        ":all", "height", "border", "cellpadding", "cellspacing", "color", "face", "size", "nowrap")
                .removeProtocols("img", "src", "http", "https")
                .addProtocols("img", "src", SCHEME)
                .removeAttributes("a", "href")
                .removeAttributes("blockquote", "cite")
                .removeAttributes("q", "cite");
    }
}
