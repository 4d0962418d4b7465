package org.muniment.archive.item.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.store.Spool;

/**
 * What Exchange and Microsoft 365 send to a journal, an envelope journal report: a mail whose text names sender and recipients as the transport had them, blind copies and members of lists too, and which has the
 * journaled message attached, byte for byte. A message that was encrypted may be attached twice, as it was and decrypted.
 *
 * @param outer the report's own headers
 * @param envelope what its text says
 * @param messages the attached messages in their order
 * @param others whatever else is in it
 */
record JournalReport(MessageReader.Message outer, JournalEnvelope envelope, List<Part> messages, List<Part> others)
        implements AutoCloseable {
    private static final String MARK = "x-ms-journal-report:";
    private static final int LONGEST_HEADERS = 256 << 10;
    private static final int LONGEST_ENVELOPE = 4 << 20;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    /** A leaf of the report. */
    record Part(Entity entity, Content content) {}

    /** The report that an object is; empty when it is none. What can't be read as one is none. */
    static Optional<JournalReport> in(Spool bytes, Gathering gathering) {
        return isMarked(bytes) ? new Parts(gathering).read(bytes) : Optional.empty();
    }

    private static boolean isMarked(Spool bytes) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(bytes.open(), StandardCharsets.ISO_8859_1))) {
            long seen = 0;
            String line = lines.readLine();
            while (line != null && !line.isEmpty() && seen < LONGEST_HEADERS) {
                if (line.regionMatches(true, 0, MARK, 0, MARK.length())) {
                    return true;
                }
                seen += line.length();
                line = lines.readLine();
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message it is about: the one that can be read, where there are two; empty when none is attached. */
    Optional<Part> message() {
        return messages.stream()
                .filter(part -> !isSealed(part))
                .findFirst()
                .or(() -> messages.stream().findFirst());
    }

    private static boolean isSealed(Part part) {
        String head = new String(part.content().first(16 << 10), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .split("\r?\n\r?\n", 2)[0];
        return head.contains("rpmsg.message")
                || head.contains("application/pkcs7-mime")
                || head.contains("multipart/encrypted");
    }

    /** Lists and reads as attachments what is in it beside the message it is about. */
    void readOthers(Gathering gathering, Body body) {
        if (messages.isEmpty()) {
            return;
        }
        List<Part> rest = new ArrayList<>(messages);
        message().ifPresent(rest::remove);
        rest.addAll(others);
        for (int i = 0; i < rest.size(); i++) {
            Entity entity = rest.get(i).entity();
            String place = "report." + (i + 1);
            gathering.keeper().part(place, entity);
            AttachedFile file = new AttachedFile(
                    place,
                    AttachedFile.baseName(entity.name()),
                    entity.mediaType(),
                    entity.getCharset(),
                    false,
                    rest.get(i).content());
            new AttachedFileReader(gathering, 1, body).read(file, false);
        }
    }

    @Override
    public void close() {
        messages.forEach(part -> part.content().close());
        others.forEach(part -> part.content().close());
    }

    /** Takes a report apart. */
    private static final class Parts {
        private final Gathering gathering;
        private final List<Part> messages = new ArrayList<>(1);
        private final List<Part> others = new ArrayList<>(0);
        private String text = "";

        Parts(Gathering gathering) {
            this.gathering = gathering;
        }

        Optional<JournalReport> read(Spool bytes) {
            EntityHeaders root = new EntityHeaders(0, gathering.limits().depth(), "text/plain");
            MimeTokenStream tokens = new MimeTokenStream(
                    CONFIG,
                    DecodeMonitor.SILENT,
                    new FieldLines(gathering.limits().headers()),
                    root);
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            try (InputStream in = MessageBytes.of(bytes)) {
                tokens.parse(in);
                for (EntityState state = tokens.getState();
                        state != EntityState.T_END_OF_STREAM;
                        state = tokens.next()) {
                    if (state == EntityState.T_BODY) {
                        leaf((Entity) tokens.getBodyDescriptor(), tokens.getDecodedInputStream());
                    }
                }
            } catch (MimeException | IOException damaged) {
                close();
                return Optional.empty();
            }
            MessageReader.Message outer = new MessageReader.Message(root.headers(), root.entity());
            JournalEnvelope envelope =
                    JournalEnvelope.parse(text, gathering.limits().addresses());
            if (envelope.isEmpty()) {
                close();
                return Optional.empty();
            }
            return Optional.of(new JournalReport(outer, envelope, List.copyOf(messages), List.copyOf(others)));
        }

        private void leaf(Entity entity, InputStream decoded) {
            String type = entity.mediaType();
            if (type.equals("text/plain") && text.isEmpty()) {
                byte[] bytes = Content.readShort(decoded, gathering, "report", LONGEST_ENVELOPE);
                text = PartReader.lines(Characters.decode(bytes, entity.getCharset()));
                return;
            }
            Part part = new Part(entity, Content.read(decoded, gathering, "report"));
            (type.equals("message/rfc822") || type.equals("message/global") ? messages : others).add(part);
        }

        private void close() {
            messages.forEach(part -> part.content().close());
            others.forEach(part -> part.content().close());
        }
    }
}
