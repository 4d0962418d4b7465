package org.muniment.archive.schedule;

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

    private final Lines lines;
    private final History history;
    private final KeptLines own;
    private boolean forward;

    private OwnWords(Lines lines, boolean forward) {
        this.lines = lines;
        this.history = new History(lines);
        this.own = new KeptLines(lines);
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
        Lines lines = Lines.of(body);
        String own = new OwnWords(lines, mark == SubjectMark.FORWARD).read();
        return footers.strip(own.isBlank() && !isAnswer(item, mark) ? lines.text() : own);
    }

    /** What stands above all older messages, the signature included: where footers are. */
    static String above(String body) {
        Lines lines = Lines.of(body);
        var history = new History(lines);
        var above = new KeptLines(lines);
        for (int i = 0; i < lines.count() && history.at(i).kind() == History.Kind.NONE; i++) {
            if (!lines.isQuoted(i)) {
                above.add(i);
            }
        }
        return above.toString();
    }

    private static boolean isAnswer(Item item, SubjectMark mark) {
        return mark == SubjectMark.REPLY
                || !item.threading().inReplyTo().isEmpty()
                || !item.threading().references().isEmpty();
    }

    private String read() {
        int i = 0;
        while (i < lines.count()) {
            History.Introduction introduction = forward ? History.Introduction.NONE : history.at(i);
            switch (introduction.kind()) {
                case NONE -> add(i++);
                case FORWARD -> {
                    own.dropSignature(SIGNATURE);
                    forward = true;
                    i += introduction.length();
                }
                case REPLY ->
                    i = history.isMarked(i + introduction.length()) ? i + introduction.length() : lines.count();
            }
        }
        if (!forward) {
            own.dropSignature(SIGNATURE);
        }
        return own.toString();
    }

    private void add(int line) {
        if (!lines.isQuoted(line)) {
            own.add(line);
        } else if (forward) {
            own.addUnmarked(line);
        }
    }
}
