package org.muniment.archive.item.outlook;

import java.util.Locale;
import org.muniment.archive.item.Kind;

/** What an item is, by the class of the message (MS-OXCMSG 2.2.1.3). */
final class OutlookKind {
    private OutlookKind() {}

    /** Meeting requests and their answers are mail: they were sent. Tasks, diary entries and notes are calendar entries. */
    static Kind of(String messageClass) {
        String name = messageClass.toLowerCase(Locale.ROOT);
        if (is(name, "ipm.appointment")
                || is(name, "ipm.task")
                || is(name, "ipm.activity")
                || is(name, "ipm.stickynote")) {
            return Kind.CALENDAR;
        }
        if (is(name, "ipm.contact") || is(name, "ipm.distlist") || is(name, "ipm.abchperson")) {
            return Kind.CONTACT;
        }
        boolean voice = is(name, "ipm.note.microsoft.voicemail") || is(name, "ipm.note.voice");
        return voice ? Kind.VOICEMAIL : Kind.EMAIL;
    }

    private static boolean is(String name, String group) {
        return name.equals(group) || name.startsWith(group + ".");
    }
}
