package org.muniment.archive.item.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.text.Characters;

/**
 * Reads an address header (RFC 5322 3.4, obsolete forms too) so that nobody named in it is lost: groups, comments,
 * routes, unclosed quotes and brackets, semicolons for commas, {@code Last, First} without quotes, directory names of
 * Exchange, and bare names.
 */
final class AddressList {
    /** Longer names and addresses are cut: no real one comes near, and both end up in keys. */
    static final int LONGEST = 2_000;

    private final String raw;
    private final String charset;
    private final int limit;
    private final List<Address> found = new ArrayList<>(4);
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String angle;
    private boolean quoted;
    private boolean surname;
    private boolean cut;
    private int at;

    private AddressList(String raw, String charset, int limit) {
        this.raw = raw;
        this.charset = charset;
        this.limit = limit;
    }

    /** What a header names, and whether the limit cut it. */
    record Named(List<Address> addresses, boolean cut) {}

    static Named parse(String raw, String charset, int limit) {
        return new AddressList(raw, charset, limit).parse();
    }

    private Named parse() {
        while (at < raw.length() && found.size() < limit) {
            step(raw.charAt(at));
        }
        flush(false);
        return new Named(found, cut || at < raw.length());
    }

    private void step(char c) {
        switch (c) {
            case '"' -> quotedText();
            case '(' -> commentText();
            case '<' -> angleText();
            case ',', ';' -> {
                at++;
                flush(c == ',');
            }
            case ':' -> colon();
            case '=' -> word();
            default -> {
                phrase.append(c);
                at++;
            }
        }
    }

    /** An encoded word is one piece, whatever commas it holds. */
    private void word() {
        int end = at + 1;
        if (raw.startsWith("=?", at)) {
            HeaderText.Word word = HeaderText.Word.at(raw, at);
            end = word == null ? end : Math.max(end, word.end());
        }
        phrase.append(raw, at, end);
        at = end;
    }

    private void quotedText() {
        int end = at + 1;
        while (end < raw.length() && raw.charAt(end) != '"') {
            end += raw.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= raw.length()) {
            phrase.append(' ');
            at++;
            return;
        }
        String text = raw.substring(at + 1, end);
        boolean local = end + 1 < raw.length() && raw.charAt(end + 1) == '@';
        phrase.append(local ? '"' + text + '"' : unescape(text));
        quoted = true;
        at = end + 1;
    }

    private static String unescape(String text) {
        return text.indexOf('\\') < 0 ? text : text.replaceAll("\\\\(.)", "$1");
    }

    private void commentText() {
        int depth = 0;
        int end = at;
        for (; end < raw.length(); end++) {
            char c = raw.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            end += c == '\\' ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        if (end >= raw.length()) {
            phrase.append(raw.charAt(at++));
            return;
        }
        comment.append(comment.isEmpty() ? "" : " ").append(unescape(raw.substring(at + 1, end)));
        at = end + 1;
    }

    private void angleText() {
        int end = raw.indexOf('>', at);
        if (end < 0) {
            int comma = raw.indexOf(',', at);
            end = comma < 0 ? raw.length() : comma;
        }
        if (angle != null) {
            flush(false);
        }
        String inside = raw.substring(at + 1, end);
        int nested = inside.lastIndexOf('<');
        if (nested >= 0) {
            phrase.append(inside, 0, nested);
        }
        angle = inside.substring(nested + 1);
        at = end < raw.length() && raw.charAt(end) == '>' ? end + 1 : end;
    }

    /** After a word it opens a group, which is named too; after a scheme it is part of the address. */
    private void colon() {
        at++;
        String before = phrase.toString().strip().toLowerCase(Locale.ROOT);
        boolean scheme = before.equals("mailto") || before.equals("smtp") || before.equals("[mailto");
        if (scheme) {
            phrase.setLength(0);
        } else if (phrase.indexOf("@") >= 0 || phrase.indexOf("[") >= 0) {
            phrase.append(':');
        } else {
            flush(false);
        }
    }

    private void flush(boolean atComma) {
        String name = phrase.toString().strip();
        if (angle != null) {
            angled(name, route(angle));
        } else if (!name.isEmpty() || !comment.isEmpty()) {
            bare(name);
        }
        boolean single = angle == null && !quoted && atComma && name.indexOf('@') < 0;
        surname = single && !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.length() < 60;
        phrase.setLength(0);
        comment.setLength(0);
        angle = null;
        quoted = false;
    }

    private void angled(String name, String address) {
        String whole = name.isEmpty() ? comment.toString() : name;
        if (surname && !name.isEmpty() && !found.isEmpty()) {
            whole = found.removeLast().name() + ", " + decode(whole);
            keep(whole, decode(address));
        } else {
            keep(decode(whole), decode(address));
        }
    }

    private void bare(String text) {
        if (text.indexOf('@') < 0) {
            keep(decode(text.isEmpty() ? comment.toString() : text), "");
            return;
        }
        int space = text.indexOf('"') >= 0
                ? -1
                : text.substring(0, text.indexOf('@')).lastIndexOf(' ');
        int end = text.indexOf(' ', text.indexOf('@'));
        String address = text.substring(space + 1, end < 0 ? text.length() : end);
        String rest = ((space < 0 ? "" : text.substring(0, space)) + (end < 0 ? "" : text.substring(end))).strip();
        keep(decode(rest.isEmpty() ? comment.toString() : rest), decode(address));
    }

    /** {@code @relay,@relay:local@domain} is {@code local@domain} by way of relays. */
    private static String route(String address) {
        String bare = address.strip();
        int colon = bare.startsWith("@") ? bare.indexOf(':') : -1;
        String direct = bare.substring(colon + 1);
        return direct.regionMatches(true, 0, "mailto:", 0, 7) ? direct.substring(7) : direct;
    }

    private String decode(String text) {
        return HeaderText.line(text, charset);
    }

    private void keep(String name, String address) {
        String tidy = unquote(address);
        String shortName = Characters.cut(unquote(name), LONGEST).strip();
        String shortAddress = Characters.cut(tidy, LONGEST).strip();
        cut |= name.length() > LONGEST || tidy.length() > LONGEST;
        if (!shortName.isEmpty() || !shortAddress.isEmpty()) {
            boolean mail = shortAddress.indexOf('@') >= 0;
            found.add(new Address(shortName, mail ? shortAddress.toLowerCase(Locale.ROOT) : shortAddress));
        }
    }

    /** Outlook writes {@code 'bob@district.example'}. */
    private static String unquote(String text) {
        String bare = text.strip();
        boolean single = bare.length() > 2 && bare.startsWith("'") && bare.endsWith("'");
        return single ? bare.substring(1, bare.length() - 1) : bare;
    }
}
