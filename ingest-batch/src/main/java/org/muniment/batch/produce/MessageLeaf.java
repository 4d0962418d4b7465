package org.muniment.batch.produce;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.item.reading.PostingFacts;
import org.muniment.archive.item.reading.VoiceFacts;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.Run;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Part.PeopleField;

/** The pages of a message itself: who, when, what about, and what it says. */
final class MessageLeaf {
    private static final int NAMED = 200;
    private static final int LINKS = 20;
    private static final Part SUBJECT = new Part.Subject();
    private static final Part BODY = new Part.Body();

    private final ZoneId zone;

    MessageLeaf(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Makes the message's document.
     *
     * @param beside what the head says of files that have no page
     */
    Leaf of(OpenItem open, Map<String, String> beside) {
        List<Block> head = head(open, beside);
        String title = title(open);
        Paper paper = isFormatted(open) ? formatted(open, title, head) : flowing(open, title, head);
        return new Leaf(
                type(open.item().kind()),
                Optional.empty(),
                "",
                first -> paper,
                Optional.<Path>empty(),
                open.texts().sections(parts()),
                false,
                unread(open));
    }

    static String type(Kind kind) {
        return switch (kind) {
            case EMAIL -> "Email";
            case VOICEMAIL -> "Voicemail";
            case POSTING -> "WebPost";
            case CALENDAR -> "Calendar";
            case CONTACT -> "Contact";
        };
    }

    private static Part[] parts() {
        List<Part> parts = new ArrayList<>(List.of(SUBJECT, BODY));
        for (PeopleField field : PeopleField.values()) {
            parts.add(new Part.People(field));
        }
        return parts.toArray(Part[]::new);
    }

    /** Formatted text may hold, unseen, what the reviewer hid, or show its pictures: it is set only where nothing is. */
    static boolean isFormatted(OpenItem open) {
        return !open.contents().markup().isEmpty()
                && open.item().kind() != Kind.VOICEMAIL
                && !open.texts().isRedacted();
    }

    private static Paper formatted(OpenItem open, String title, List<Block> head) {
        ItemContents contents = open.contents();
        return new Paper.Markup(title, 1, head, contents.markup(), contents.pictures());
    }

    private static Paper flowing(OpenItem open, String title, List<Block> head) {
        List<Block> blocks = new ArrayList<>(head);
        if (open.item().kind() == Kind.VOICEMAIL) {
            blocks.add(new Block.Paragraph(heard(open.contents().voice())));
        }
        List<Run> body = open.texts().runs(BODY);
        if (!body.isEmpty()) {
            blocks.add(new Block.Prose(body, true));
        }
        return new Paper.Flow(title, 1, blocks);
    }

    private static String heard(VoiceFacts voice) {
        return switch (voice.transcript()) {
            case MACHINE ->
                "Transcript. Made by a machine unless it says otherwise; the recording counts."
                        + (voice.confidence().isEmpty()
                                ? ""
                                : " The machine's confidence: " + voice.confidence() + ".");
            case EDITED -> "Transcript. Written or corrected by a person; the recording counts.";
            case NONE -> "There is no transcript; the recording counts.";
        };
    }

    private static String unread(OpenItem open) {
        return open.item().coverage().gaps().stream()
                .filter(gap -> gap.place().equals("body") || gap.place().equals("headers"))
                .map(gap -> "The message could not be read in full: " + gap.reason())
                .findFirst()
                .orElse("");
    }

    private String title(OpenItem open) {
        String subject = open.texts().written(SUBJECT).strip();
        String day = Words.shortDay(Words.time(open.item().dates()), zone);
        return (day + " " + (subject.isEmpty() ? "(no subject)" : subject)).strip();
    }

    private List<Block> head(OpenItem open, Map<String, String> beside) {
        List<Block> head = new ArrayList<>();
        List<Run> subject = open.texts().runs(SUBJECT);
        head.add(new Block.Heading(2, subject.isEmpty() ? Run.words("(no subject)") : subject));
        head.add(new Block.Facts(facts(open, beside)));
        if (!unread(open).isEmpty()) {
            head.add(new Block.Paragraph(unread(open) + "."));
        }
        return head;
    }

    private List<Block.Fact> facts(OpenItem open, Map<String, String> beside) {
        List<Block.Fact> facts = new ArrayList<>();
        boolean voice = open.item().kind() == Kind.VOICEMAIL;
        if (open.item().kind() != Kind.EMAIL) {
            facts.add(new Block.Fact("Kind", kind(open.item().kind())));
        }
        person(facts, voice ? "Caller" : "From", PeopleField.FROM, open);
        if (!open.texts().isRedacted()) {
            call(facts, open.contents().voice());
            posting(facts, open.contents().posting(), open.item().dates());
        }
        person(facts, voice ? "Mailbox" : "To", PeopleField.TO, open);
        person(facts, "Cc", PeopleField.CC, open);
        person(facts, "Bcc", PeopleField.BCC, open);
        delivered(facts, open);
        dates(facts, open.item().dates(), open.item().kind() == Kind.POSTING);
        if (!open.item().attachments().isEmpty()) {
            facts.add(new Block.Fact("Attachments", names(open, beside)));
        }
        return facts;
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case EMAIL -> "E-mail";
            case VOICEMAIL -> "Voicemail";
            case POSTING -> "Web posting";
            case CALENDAR -> "Calendar entry";
            case CONTACT -> "Contact";
        };
    }

    private static void call(List<Block.Fact> facts, VoiceFacts voice) {
        fact(facts, "Caller's name", voice.caller());
        fact(facts, "Caller's number", voice.number());
        fact(facts, "Length", voice.seconds().isEmpty() ? "" : voice.seconds() + " seconds");
    }

    private void posting(List<Block.Fact> facts, PostingFacts posting, Dates dates) {
        fact(facts, "Address", posting.address());
        fact(facts, "Account", posting.account());
        Instant captured = moment(posting.captured());
        boolean told = captured != null && dates.sent() == null && captured.equals(dates.received());
        fact(facts, "Captured", told ? "" : captured == null ? posting.captured() : Words.moment(captured, zone));
        boolean ordinary = posting.status().isEmpty() || posting.status().equals("200");
        fact(facts, "Answer of the server", ordinary ? "" : posting.status());
        List<String> links = posting.links();
        String more = links.size() > LINKS ? "; and " + (links.size() - LINKS) + " more" : "";
        fact(facts, "Links", String.join("; ", links.subList(0, Math.min(LINKS, links.size()))) + more);
    }

    private static @Nullable Instant moment(String written) {
        try {
            return written.isEmpty() ? null : Instant.parse(written);
        } catch (DateTimeException unusual) {
            return null;
        }
    }

    private static void fact(List<Block.Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Block.Fact(name, value));
        }
    }

    private static void person(List<Block.Fact> facts, String name, PeopleField field, OpenItem open) {
        List<Run> people = open.texts().runs(new Part.People(field));
        if (!people.isEmpty()) {
            facts.add(new Block.Fact(name, people));
        }
    }

    /** The only trace of a blind copy; left out where anything is hidden, since it may repeat what is hidden. */
    private static void delivered(List<Block.Fact> facts, OpenItem open) {
        Item item = open.item();
        Set<String> named = new java.util.HashSet<>();
        item.people().to().forEach(one -> named.add(one.address()));
        item.people().cc().forEach(one -> named.add(one.address()));
        item.people().bcc().forEach(one -> named.add(one.address()));
        List<String> more = item.people().envelope().stream()
                .filter(one -> !named.contains(one.address()))
                .map(Object::toString)
                .distinct()
                .toList();
        if (!more.isEmpty() && !open.texts().isRedacted()) {
            facts.add(new Block.Fact("Delivered to", String.join("; ", more)));
        }
    }

    /** What was found on the web was received when it was captured; what was sent there was posted. */
    private void dates(List<Block.Fact> facts, Dates dates, boolean posting) {
        if (dates.sent() != null) {
            facts.add(new Block.Fact(posting ? "Posted" : "Sent", Words.moment(dates.sent(), zone)));
        } else if (!dates.sentAsWritten().isEmpty()) {
            facts.add(new Block.Fact("Sent, as written", dates.sentAsWritten()));
        }
        boolean told = posting && Objects.equals(dates.sent(), dates.received());
        if (dates.received() != null && !told) {
            facts.add(new Block.Fact(
                    posting && dates.sent() == null ? "Captured" : "Received", Words.moment(dates.received(), zone)));
        }
        if (dates.sent() == null && dates.received() == null) {
            facts.add(new Block.Fact("Date", "unknown"));
        }
    }

    private static List<Run> names(OpenItem open, Map<String, String> beside) {
        List<Run> runs = new ArrayList<>();
        int number = 0;
        for (var attachment : open.item().attachments()) {
            if (number++ == NAMED) {
                runs.add(new Run.Words(
                        "; and " + Words.count(open.item().attachments().size() - NAMED, "more file", "more files")));
                break;
            }
            runs.add(new Run.Words(number == 1 ? "" : "; "));
            List<Run> name = open.texts().runs(new Part.AttachmentName(attachment.place()));
            runs.addAll(name.isEmpty() ? Run.words("(no name)") : name);
            String more = beside.getOrDefault(attachment.place(), "");
            if (!more.isEmpty()) {
                runs.add(new Run.Words(" (" + more + ")"));
            }
        }
        return runs.stream()
                .filter(run -> !(run instanceof Run.Words words && words.text().isEmpty()))
                .toList();
    }
}
