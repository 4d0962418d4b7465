package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.item.Item;

/**
 * The words of a message that are its own: without the older messages quoted in it, without signature and known footers. Rules
 * are held against these, so that an answer is not classified by what it answers.
 *
 * <ul>
 *   <li>Lines marked {@code >} go. After an introduction ({@code -----Original Message-----}, {@code On … wrote:}, Outlook's or
 *       Notes' header lines, their Spanish forms) all goes, unless what follows is marked with {@code >}: then answers below and
 *       between the quoted lines stay.
 *   <li>A forward (by its subject or by the mark before what is forwarded) is sent for the sake of what it passes on: that
 *       counts as its words.
 *   <li>What follows a line {@code --} is a signature if it has at most 12 lines.
 *   <li>If nothing is left, an answer has no words but its subject. A message that answers nothing has all its words.
 *   <li>The subject is not looked at here and always counts, also after {@code Re:}: who answers under a heading writes about it.
 * </ul>
 */
public final class OwnWords {
    private static final int SIGNATURE = 12;

    private final List<String> lines;
    private final History history;
    private final List<String> own = new ArrayList<>();
    private boolean forward;

    private OwnWords(String body, boolean forward) {
        this.lines = new ArrayList<>();
        body.lines().forEach(lines::add);
        this.history = new History(lines);
        this.forward = forward;
    }

    /**
     * The own words of an item's body.
     *
     * @param item whose subject and references tell an answer from a forward
     * @param body its text as read
     * @param footers what does not count
     */
    public static String of(Item item, String body, Footers.Known footers) {
        SubjectMark mark = SubjectMark.of(item.subject());
        String own = new OwnWords(body, mark == SubjectMark.FORWARD).read();
        return footers.strip(own.isBlank() && !isAnswer(item, mark) ? body : own);
    }

    /** What stands above all older messages, the signature included: where footers are. */
    static String above(String body) {
        var words = new OwnWords(body, false);
        int i = 0;
        while (i < words.lines.size() && words.history.at(i).kind() == History.Kind.NONE) {
            if (!isQuoted(words.lines.get(i))) {
                words.own.add(words.lines.get(i));
            }
            i++;
        }
        return String.join("\n", words.own);
    }

    private static boolean isAnswer(Item item, SubjectMark mark) {
        return mark == SubjectMark.REPLY
                || !item.threading().inReplyTo().isEmpty()
                || !item.threading().references().isEmpty();
    }

    private String read() {
        int i = 0;
        while (i < lines.size()) {
            History.Introduction introduction = forward ? History.Introduction.NONE : history.at(i);
            switch (introduction.kind()) {
                case NONE -> add(lines.get(i++));
                case FORWARD -> {
                    dropSignature();
                    forward = true;
                    i += introduction.length();
                }
                case REPLY ->
                    i = history.next(i + introduction.length()).startsWith(">")
                            ? i + introduction.length()
                            : lines.size();
            }
        }
        if (!forward) {
            dropSignature();
        }
        return String.join("\n", own);
    }

    private void add(String line) {
        if (!isQuoted(line)) {
            own.add(line);
        } else if (forward) {
            own.add(line.replaceFirst("^[\\s>]+", ""));
        }
    }

    /** A line with the mark of a quotation; {@code >From} is how mailbox files write a line that begins with From. */
    private static boolean isQuoted(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '>') {
                return !line.startsWith(">From ");
            }
            if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return false;
    }

    private void dropSignature() {
        int below = 0;
        for (int i = own.size() - 1; i >= 0 && below <= SIGNATURE; i--) {
            if (own.get(i).stripTrailing().equals("--")) {
                own.subList(i, own.size()).clear();
                return;
            }
            below += own.get(i).isBlank() ? 0 : 1;
        }
    }
}
