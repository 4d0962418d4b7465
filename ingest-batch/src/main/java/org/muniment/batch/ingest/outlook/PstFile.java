package org.muniment.batch.ingest.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.KeptFile;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.eml.EmlFile;

/**
 * An Outlook data file ({@code .pst}, {@code .ost}). Each message is handed over as MIME, with the number of its node as its
 * place; the file is kept as their container. A message that hangs or kills its reader is named, and reading goes on
 * behind it. A password of such a file is only a checksum for Outlook; its content is read all the same.
 */
public final class PstFile {
    private final FileEntry file;
    private final PstLimits limits;

    public PstFile(FileEntry file) {
        this(file, PstLimits.DEFAULT);
    }

    PstFile(FileEntry file, PstLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** By its first bytes. */
    public static boolean is(FileEntry file) {
        try (InputStream in = Files.newInputStream(file.file())) {
            return PstHeader.isMagic(in.readNBytes(4));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Hands over its messages, folder by folder, behind those that were dealt with. */
    public void read(Optional<Position> after, ItemSource.Sink sink) throws InterruptedException {
        try {
            String refusal = PstHeader.of(file.file()).refusal();
            if (!refusal.isEmpty()) {
                whole(refusal, sink);
                return;
            }
            Digest digest = Digest.ofFile(file.file());
            // The digest is part of the place: of another file under this name nothing has been read.
            String key = file.key() + "/" + digest.hex().substring(0, 16);
            long reached = after.filter(position -> position.path().equals(key))
                    .map(Position::offset)
                    .orElse(0L);
            sink.accept(KeptFile.of(file, digest, "pst", new Position(key, reached)));
            new Reader(key, digest, sink).read(reached);
        } catch (IOException e) {
            sink.accept(file.rejected(Reasons.of(e)));
        }
    }

    /** What cannot be opened at all is kept as one item, and said. */
    private void whole(String reason, ItemSource.Sink sink) throws InterruptedException {
        sink.accept(new Rejected(
                file.path(), "this Outlook data file can't be opened: " + reason, new Position(file.key(), 0)));
        sink.accept(EmlFile.read(file));
    }

    /** Reads through as many processes as it takes. */
    private final class Reader {
        private final String key;
        private final Digest digest;
        private final ItemSource.Sink sink;
        private final Set<Long> deadly = new HashSet<>();
        private PstFrame.Turn turn = new PstFrame.Turn(0, file.path());
        private long reached;

        Reader(String key, Digest digest, ItemSource.Sink sink) {
            this.key = key;
            this.digest = digest;
            this.sink = sink;
        }

        void read(long after) throws InterruptedException {
            reached = after;
            boolean ended = false;
            while (!ended) {
                turn = new PstFrame.Turn(0, "");
                String died = attempt();
                ended = died.isEmpty() || !survived(died);
            }
        }

        /** Why it ended; empty when it came to its end. */
        private String attempt() throws InterruptedException {
            try (PstReading reading = PstReading.start(file.file(), file.spool(), reached, deadly, limits)) {
                try {
                    PstFrame frame = reading.next();
                    while (!(frame instanceof PstFrame.End)) {
                        take(frame);
                        frame = reading.next();
                    }
                    return "";
                } catch (IOException broken) {
                    return reading.why();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The process that reads Outlook data files could not be started", e);
            }
        }

        private void take(PstFrame frame) throws InterruptedException {
            switch (frame) {
                case PstFrame.Turn next -> turn = next;
                case PstFrame.Message message -> {
                    reached = message.ordinal();
                    sink.accept(item(message));
                }
                case PstFrame.Unread unread -> {
                    reached = unread.ordinal();
                    sink.accept(rejected(unread.place(), unread.reason()));
                }
                case PstFrame.End end -> {}
            }
        }

        private RawItem item(PstFrame.Message message) {
            String outer = file.folder();
            String folder = outer.isEmpty() || message.folder().isEmpty()
                    ? outer + message.folder()
                    : outer + "/" + message.folder();
            return new RawItem(
                    file.path() + "!/" + message.place(),
                    folder,
                    message.flags(),
                    Receipt.NONE,
                    message.bytes(),
                    new Position(key, message.ordinal()),
                    digest);
        }

        private Rejected rejected(String place, String reason) {
            return new Rejected(
                    file.path() + (place.isEmpty() ? "" : "!/" + place), reason, new Position(key, reached));
        }

        /** Names what ended the process; false when it makes no sense to go on. */
        private boolean survived(String why) throws InterruptedException {
            if (turn.ordinal() == 0) {
                sink.accept(rejected("", "this Outlook data file can't be opened: " + why));
                return false;
            }
            boolean again = !deadly.add(turn.ordinal());
            if (turn.ordinal() > reached) {
                reached = turn.ordinal();
                sink.accept(rejected(turn.place(), why));
            }
            if (again || deadly.size() >= limits.deaths()) {
                sink.accept(rejected(turn.place(), "what follows from here is missing: " + why));
                return false;
            }
            return true;
        }
    }
}
