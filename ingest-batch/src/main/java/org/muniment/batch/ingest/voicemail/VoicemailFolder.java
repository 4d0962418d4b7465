package org.muniment.batch.ingest.voicemail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.FolderContents;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawContainer;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.eml.EmlFile;

/**
 * Reads a folder of exported voicemail at any depth. Files of one call are one item, whose place is its recording; mail
 * files, and what is of no call, are each an item as they are. Nothing is passed over.
 */
final class VoicemailFolder implements ItemSource {
    private final VoicemailSource source;
    private final Path spool;

    VoicemailFolder(VoicemailSource source, Path spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        Walk walk = new Walk(after, sink);
        Path root = source.path();
        if (Files.isDirectory(root)) {
            walk.folder(root, "");
        } else {
            walk.calls(List.of(new FileEntry(root, FolderContents.name(root), spool)));
        }
    }

    private final class Walk {
        private final Optional<Position> after;
        private final Sink sink;

        Walk(Optional<Position> after, Sink sink) {
            this.after = after;
            this.sink = sink;
        }

        void folder(Path folder, String path) throws InterruptedException {
            run(FolderContents.of(folder, path, sink), path.isEmpty() ? "" : path + "/");
        }

        /** Files between two folders are grouped together: so the order is that of the first file of each call. */
        private void run(List<Path> children, String prefix) throws InterruptedException {
            List<FileEntry> files = new ArrayList<>();
            List<Path> folders = new ArrayList<>();
            for (Path child : children) {
                if (Files.isRegularFile(child)) {
                    files.add(new FileEntry(child, prefix + FolderContents.name(child), spool));
                } else {
                    folders.add(child);
                }
            }
            List<List<FileEntry>> groups = new ArrayList<>(FileGroups.of(files));
            for (Path folder : folders) {
                String path = prefix + FolderContents.name(folder);
                while (!groups.isEmpty()
                        && Position.ORDER.compare(groups.getFirst().getFirst().path(), path) < 0) {
                    calls(groups.removeFirst());
                }
                inner(folder, path);
            }
            for (List<FileEntry> rest : groups) {
                calls(rest);
            }
        }

        private void inner(Path child, String path) throws InterruptedException {
            if (isPast(path)) {
                return;
            }
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                folder(child, path);
            } else {
                sink.accept(FolderContents.unusual(child, path));
            }
        }

        void calls(List<FileEntry> files) throws InterruptedException {
            if (!isPast(files.getFirst().path())) {
                call(files, Position.done(files.getFirst().path()));
            }
        }

        private boolean isPast(String path) {
            return after.filter(position -> position.isPast(path)).isPresent();
        }

        private void call(List<FileEntry> files, Position done) throws InterruptedException {
            try (CallFiles read = CallFiles.read(files, source.told())) {
                if (read.isCall()) {
                    sink.accept(item(read, done));
                    return;
                }
            } catch (IOException e) {
                sink.accept(new Rejected(files.getFirst().path(), Reasons.of(e), done));
                return;
            }
            for (FileEntry file : files) {
                sink.accept(asItIs(EmlFile.read(file), file == files.getLast() ? done : undone(files)));
            }
        }

        /** Until the last file of a group is dealt with, the group is read again. */
        private Position undone(List<FileEntry> files) {
            return new Position(files.getFirst().path(), 0);
        }
    }

    private Entry asItIs(Entry entry, Position position) {
        return switch (entry) {
            case RawItem raw ->
                new RawItem(
                        source.place("", raw.place()),
                        source.place("", raw.folder()),
                        raw.flags(),
                        raw.receipt(),
                        raw.bytes(),
                        position);
            case Rejected rejected -> new Rejected(rejected.place(), rejected.reason(), position);
            case RawContainer container -> container;
        };
    }

    private Entry item(CallFiles files, Position position) throws IOException, InterruptedException {
        FileEntry first = files.pieces().getFirst().file();
        if (files.size() > RawItem.LARGEST / 4 * 2) {
            return new Rejected(first.path(), Reasons.TOO_LARGE, position);
        }
        Spool bytes = new CallItem(source.transcriber(), spool).assemble(files);
        String mailbox = files.call().mailbox();
        Instant time = files.call().time();
        return new RawItem(
                source.place(mailbox, first.path()),
                source.place(mailbox, first.folder()),
                List.of(),
                time == null ? Receipt.NONE : Receipt.byServer(time),
                bytes,
                position);
    }
}
