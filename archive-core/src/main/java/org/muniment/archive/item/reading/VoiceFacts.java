package org.muniment.archive.item.reading;

import java.util.List;
import org.muniment.archive.item.text.Characters;

/**
 * What the headers of a voice message tell of the call (RFC 3803, and the headers that Exchange and common telephone
 * systems write). Each is empty when not told.
 *
 * @param caller who called, as the telephone system names them
 * @param number calling number, as written
 * @param seconds length of the recording, as written: a number of seconds
 */
public record VoiceFacts(String caller, String number, String seconds) {
    /** Nothing is told. */
    public static final VoiceFacts NONE = new VoiceFacts("", "", "");

    static VoiceFacts of(Headers headers, List<KeptParts.Kept> parts) {
        String declared = parts.stream()
                .map(KeptParts.Kept::seconds)
                .filter(seconds -> !seconds.isEmpty())
                .findFirst()
                .orElse("");
        String told = first(headers, "x-voicemessageduration", "content-duration", "x-duration");
        return new VoiceFacts(
                first(headers, "x-voicemessagesendername", "x-caller-name"),
                first(headers, "x-callingtelephonenumber", "caller-id", "x-caller-number", "x-callerid"),
                seconds(declared.isEmpty() ? told : declared));
    }

    private static String seconds(String text) {
        return text.matches("[0-9]{1,7}(\\.[0-9]{1,3})?") ? text : "";
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
