package org.muniment.api.web.items;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.pdf.MailMarkup;
import org.muniment.archive.query.ItemQuery;

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
        return of(html, pictures, new Highlighter(new ItemQuery.All()));
    }

    /** The same with what a query asks for marked in its text. */
    static SafeMarkup of(String html, Map<String, String> pictures, Highlighter marks) {
        Document read = Jsoup.parse(html);
        read.select("a[href]").forEach(SafeMarkup::told);
        MailMarkup mail = MailMarkup.of(read, pictures::containsKey, "title");
        Document clean = mail.document();
        clean.select("img[src]")
                .forEach(image -> image.attr("src", address(mail.pictures().get(image.attr("src")), pictures)));
        clean.select("img:not([alt])").forEach(image -> image.attr("alt", ""));
        MarkedNodes.mark(clean.body(), marks);
        clean.outputSettings().charset("UTF-8").prettyPrint(false);
        clean.title("Message");
        clean.head().prependElement("meta").attr("charset", "UTF-8");
        clean.head().appendElement("style").appendChild(new DataNode(STYLE + mail.styles()));
        clean.getElementsByTag("html").attr("lang", "en");
        return new SafeMarkup("<!doctype html>\n" + clean.outerHtml(), mail.remote());
    }

    /** Where a link leads can be read, and copied by whoever dares; it is not followed from here. */
    private static void told(Element link) {
        link.attr("title", link.attr("href").strip());
    }

    private static String address(@Nullable String id, Map<String, String> pictures) {
        return id == null ? "" : pictures.getOrDefault(id, "");
    }
}
