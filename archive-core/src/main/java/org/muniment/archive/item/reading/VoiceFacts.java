package org.muniment.archive.item.reading;

import java.util.List;
import org.muniment.archive.item.text.Characters;

/**
 * What the headers of a voice message tell of the call (RFC 3803, and the headers that Exchange and common telephone
 * systems write). Texts are empty when not told. Whose mailbox it is and when it was left are the item's own recipient and
 * dates.
 *
 * @param caller who called, as the telephone system names them
 * @param number calling number, as written
 * @param seconds length of the recording, as written: a number of seconds
 * @param transcript where its words come from
 * @param confidence of the machine that made the words, from 0 to 1
 */
public record VoiceFacts(String caller, String number, String seconds, Transcript transcript, String confidence) {
    /** Where the words of a voicemail come from. */
    public enum Transcript {
        /** A machine heard them. */
        MACHINE,
        /** A person wrote or corrected them. */
        EDITED,
        /** There are none: somebody must listen. */
        NONE
    }

    /** Nothing is told. */
    public static final VoiceFacts NONE = new VoiceFacts("", "", "", Transcript.NONE, "");

    static VoiceFacts of(Headers headers, List<KeptParts.Kept> parts, String body) {
        String declared = parts.stream()
                .map(KeptParts.Kept::seconds)
                .filter(seconds -> !seconds.isEmpty())
                .findFirst()
                .orElse("");
        String told = first(headers, "x-voicemessageduration", "content-duration", "x-duration");
        VoiceMail.Caller caller = told(headers);
        return new VoiceFacts(
                caller.name(),
                caller.number(),
                seconds(declared.isEmpty() ? told : declared),
                VoiceMail.transcript(headers, body),
                confidence(first(headers, "x-muniment-confidence")));
    }

    /** Who called, by the headers made for it, or else by the subject. */
    static VoiceMail.Caller told(Headers headers) {
        VoiceMail.Caller named = VoiceMail.caller(headers).orElse(new VoiceMail.Caller("", ""));
        String caller = first(headers, "x-voicemessagesendername", "x-caller-name");
        String number = first(headers, "x-callingtelephonenumber", "caller-id", "x-caller-number", "x-callerid");
        return new VoiceMail.Caller(
                caller.isEmpty() ? Characters.cut(named.name(), 200) : caller,
                number.isEmpty() ? named.number() : number);
    }

    private static String seconds(String text) {
        return text.matches("[0-9]{1,7}(\\.[0-9]{1,3})?") ? text : "";
    }

    private static String confidence(String text) {
        return text.matches("[01](\\.[0-9]{1,4})?") ? text : "";
    }

    private static String first(Headers headers, String... names) {
        for (String name : names) {
            String value = Characters.cut(HeaderText.line(headers.first(name), ""), 200);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
