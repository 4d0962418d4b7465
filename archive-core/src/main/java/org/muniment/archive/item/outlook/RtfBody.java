package org.muniment.archive.item.outlook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.util.CodePageUtil;
import org.muniment.archive.item.text.Characters;

/**
 * The words of a body that is kept as RTF only. HTML and plain text that Outlook wrapped into it are taken out as they were
 * (MS-OXRTFEX); of RTF written as such the text. Lenient: what is damaged ends the text, no more.
 */
final class RtfBody {
    static final RtfBody NONE = new RtfBody("", "");

    private static final int DEEPEST = 2_000;
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "themedata",
            "datastore",
            "listtable",
            "listoverridetable",
            "latentstyles",
            "rsidtbl",
            "generator",
            "header",
            "footer",
            "fldinst",
            "xmlnstbl",
            "mhtmltag");

    private final String html;
    private final String text;

    private RtfBody(String html, String text) {
        this.html = html;
        this.text = text;
    }

    /** The HTML in it; empty when it was not made of HTML. */
    String html() {
        return html;
    }

    /** Its text; empty when it was made of HTML. */
    String text() {
        return text;
    }

    /** @param rtf one character per byte */
    static RtfBody of(String rtf) {
        int start = rtf.indexOf("{\\rtf");
        if (start < 0) {
            return NONE;
        }
        String head = rtf.substring(start, Math.min(rtf.length(), start + 2_000));
        boolean fromHtml = head.contains("\\fromhtml");
        String out = new Reading(rtf, start, fromHtml).read();
        return fromHtml ? new RtfBody(out, "") : new RtfBody("", out.strip());
    }

    /** What holds within a group. */
    private static final class Group {
        private boolean hidden;
        private boolean tag;
        private boolean htmlOff;
        private int skip = 1;

        Group inner() {
            Group inner = new Group();
            inner.hidden = hidden;
            inner.tag = tag;
            inner.htmlOff = htmlOff;
            inner.skip = skip;
            return inner;
        }
    }

    private static final class Reading {
        private final String rtf;
        private final boolean fromHtml;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder bytes = new StringBuilder();
        private final Deque<Group> outer = new ArrayDeque<>();
        private Group group = new Group();
        private String charset = "windows-1252";
        private int at;
        private int toSkip;

        Reading(String rtf, int start, boolean fromHtml) {
            this.rtf = rtf;
            this.at = start;
            this.fromHtml = fromHtml;
        }

        String read() {
            while (at < rtf.length()) {
                char c = rtf.charAt(at++);
                switch (c) {
                    case '{' -> open();
                    case '}' -> close();
                    case '\\' -> control();
                    case '\r', '\n' -> {}
                    default -> character(c);
                }
            }
            flush();
            return out.toString();
        }

        private void open() {
            flush();
            if (outer.size() < DEEPEST) {
                outer.push(group);
                group = group.inner();
            }
        }

        private void close() {
            flush();
            if (!outer.isEmpty()) {
                group = outer.pop();
            }
        }

        private void control() {
            if (at >= rtf.length()) {
                return;
            }
            char c = rtf.charAt(at);
            if (Character.isLetter(c)) {
                word();
                return;
            }
            at++;
            switch (c) {
                case '\'' -> hex();
                case '*' -> ignorable();
                case '~' -> text("\u00a0");
                case '_' -> text("\u2011");
                case '\r', '\n' -> text("\n");
                case '\\', '{', '}' -> character(c);
                default -> {}
            }
        }

        /** A destination that need not be known is hidden, but for the HTML's own tags. */
        private void ignorable() {
            boolean tag = rtf.startsWith("\\htmltag", at);
            group.hidden = group.hidden || !tag;
        }

        private void hex() {
            if (at + 2 <= rtf.length()) {
                int high = Character.digit(rtf.charAt(at), 16);
                int low = Character.digit(rtf.charAt(at + 1), 16);
                at += 2;
                if (high >= 0 && low >= 0) {
                    character((char) (high * 16 + low));
                }
            }
        }

        /** One character of the file's character set. */
        private void character(char c) {
            if (toSkip > 0) {
                toSkip--;
            } else if (isShown()) {
                bytes.append(c);
            }
        }

        private boolean isShown() {
            return !group.hidden && (!fromHtml || group.tag || !group.htmlOff);
        }

        private void flush() {
            if (!bytes.isEmpty()) {
                byte[] raw = bytes.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                out.append(Characters.decode(raw, charset));
                bytes.setLength(0);
            }
        }

        private void text(String text) {
            if (isShown()) {
                flush();
                out.append(text);
            }
        }

        private void word() {
            int start = at;
            while (at < rtf.length() && Character.isLetter(rtf.charAt(at)) && at - start < 40) {
                at++;
            }
            String name = rtf.substring(start, at).toLowerCase(Locale.ROOT);
            int number = number();
            if (at < rtf.length() && rtf.charAt(at) == ' ') {
                at++;
            }
            act(name, number);
        }

        /** The number behind a control word; -1 when there is none. */
        private int number() {
            int start = at;
            while (at < rtf.length()
                    && at - start < 9
                    && (Character.digit(rtf.charAt(at), 10) >= 0 || at == start && rtf.charAt(at) == '-')) {
                at++;
            }
            String digits = rtf.substring(start, at);
            return digits.isEmpty() || digits.equals("-") ? -1 : Integer.parseInt(digits);
        }

        private void act(String name, int number) {
            switch (name) {
                case "par", "line", "sect", "page", "row" -> text(fromHtml ? "\r\n" : "\n");
                case "tab", "cell" -> text("\t");
                case "lquote" -> text("\u2018");
                case "rquote" -> text("\u2019");
                case "ldblquote" -> text("\u201c");
                case "rdblquote" -> text("\u201d");
                case "bullet" -> text("\u2022");
                case "endash" -> text("\u2013");
                case "emdash" -> text("\u2014");
                case "u" -> unicode(number);
                case "uc" -> group.skip = Math.clamp(number, 0, 16);
                case "htmlrtf" -> htmlOff(number != 0);
                case "htmltag" -> group.tag = true;
                case "ansicpg" -> charset = charset(number);
                case "bin" -> at = Math.min(rtf.length(), at + Math.max(0, number));
                default -> group.hidden = group.hidden || HIDDEN.contains(name);
            }
        }

        private void htmlOff(boolean off) {
            flush();
            group.htmlOff = off;
        }

        private void unicode(int number) {
            text(String.valueOf((char) number));
            toSkip = group.skip;
        }

        private static String charset(int codePage) {
            try {
                return codePage <= 0 ? "windows-1252" : CodePageUtil.codepageToEncoding(codePage, true);
            } catch (java.io.UnsupportedEncodingException e) {
                return "windows-1252";
            }
        }
    }
}
