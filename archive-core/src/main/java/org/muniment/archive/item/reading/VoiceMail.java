package org.muniment.archive.item.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Kind;

/**
 * Which mail is a voicemail: what the standards mark (RFC 3801, RFC 3458), what Exchange marks, and what telephone systems
 * send as plain mail, known by how they word the subject (Google Voice, Cisco Unity Connection, Zoom Phone, RingCentral, 8x8,
 * Asterisk). A subject alone is not enough: the recording is attached, or one of the services sent it.
 */
final class VoiceMail {
    private static final Pattern SUBJECT =
            Pattern.compile("(?i)(?:\\[[^\\]]{1,60}\\]:? )?(?:you have |you received )?(?:a )?(?:new )?"
                    + "(?:voice ?mail|voice message|message)(?: message| \\d{1,5}(?: in mailbox \\S{1,40})?)?"
                    + "(?: left)?:? (?:from|by)(?: caller)?:? (.{1,300})");
    private static final Pattern CALLER = Pattern.compile(
            "(.*?)(?:\\s*[<(]?(\\+?\\d{0,3} ?(?:\\(\\d{2,4}\\))?[\\d .-]{4,20}\\d)[>)]?)?(?:,? (?:at|on|for|to|in mailbox) .*)?");
    private static final Set<String> SERVICES = Set.of(
            "voice-noreply@google.com",
            "voice.google.com",
            "txt.voice.google.com",
            "zoom.us",
            "ringcentral.com",
            "8x8.com",
            "grandcentral.com");
    private static final Pattern TRANSCRIPT = Pattern.compile(
            "(?i)(transcript(ion)?( of [^:\\n]{1,80})?\\s*[:(]|voice ?mail preview|voice message preview|message transcript)");

    private VoiceMail() {}

    /**
     * Who called, as a mail's subject tells.
     *
     * @param name empty when not told
     * @param number as written; empty when not told
     */
    record Caller(String name, String number) {}

    /** Whether a mail is one, by its headers and by what is attached. */
    static boolean is(Headers headers, String mediaType, List<Attachment> files) {
        String context = headers.first("message-context");
        String contentClass = headers.first("content-class").toLowerCase(Locale.ROOT);
        return mediaType.equals("multipart/voice-message")
                || context.equalsIgnoreCase("voice-message")
                || contentClass.startsWith("voice")
                || headers.has("x-voicemessageduration")
                || caller(headers).isPresent() && (isFromService(headers) || hasSound(files));
    }

    static boolean hasSound(List<Attachment> files) {
        return files.stream().anyMatch(file -> file.type().startsWith("audio/"));
    }

    private static boolean isFromService(Headers headers) {
        String from = HeaderText.line(headers.first("from"), "").toLowerCase(Locale.ROOT);
        String address = from.substring(from.lastIndexOf('<') + 1)
                .replaceFirst(">.*", "")
                .strip();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return SERVICES.stream()
                .anyMatch(
                        service -> address.equals(service) || domain.equals(service) || domain.endsWith("." + service));
    }

    /** Who called, when the subject is worded as telephone systems do. */
    static Optional<Caller> caller(Headers headers) {
        Matcher subject = SUBJECT.matcher(HeaderText.line(headers.first("subject"), ""));
        if (!subject.matches()) {
            return Optional.empty();
        }
        Matcher caller = CALLER.matcher(subject.group(1).strip());
        if (!caller.matches()) {
            return Optional.of(new Caller(subject.group(1).strip(), ""));
        }
        String number = caller.group(2) == null ? "" : caller.group(2).strip();
        return Optional.of(new Caller(caller.group(1).strip(), number));
    }

    /**
     * All that a voicemail can be found by of who called: the name with the number as dialled, the number as written with
     * its ten digits, and who wrote the mail where that is no service. Nothing for other kinds.
     */
    static List<Address> callers(Item item, Headers headers) {
        if (item.kind() != Kind.VOICEMAIL) {
            return List.of();
        }
        Caller told = VoiceFacts.told(headers);
        String dialled = told.number().replaceAll("[^+0-9*#]", "");
        List<Address> callers = new ArrayList<>();
        add(callers, told.name(), dialled);
        add(callers, told.number(), dialled.replaceFirst("^\\+?1(?=[0-9]{10}$)", ""));
        if (!isFromService(headers)) {
            callers.addAll(item.people().from());
        }
        return callers;
    }

    private static void add(List<Address> callers, String name, String number) {
        if (!name.isBlank() || !number.isEmpty()) {
            callers.add(new Address(name, number));
        }
    }

    /** Where its words come from. */
    static VoiceFacts.Transcript transcript(Headers headers, String body) {
        String told = headers.assembled().isPresent() ? headers.first("x-muniment-transcript") : "";
        if (!told.isEmpty()) {
            return switch (told) {
                case "edited" -> VoiceFacts.Transcript.EDITED;
                case "machine" -> VoiceFacts.Transcript.MACHINE;
                default -> VoiceFacts.Transcript.NONE;
            };
        }
        boolean words = !body.isBlank() && (TRANSCRIPT.matcher(body).find() || isFromService(headers));
        return words ? VoiceFacts.Transcript.MACHINE : VoiceFacts.Transcript.NONE;
    }
}
