package org.muniment.batch.ingest;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.muniment.batch.ingest.eml.EmlFile;
import org.muniment.batch.ingest.maildir.Maildir;

/**
 * A file, or a folder with all that is in it at any depth, read in the order of {@link Position#ORDER}. Links to files
 * are followed; links to folders are not, since they may lead back, and are rejected by name.
 */
public final class SourceTree implements ItemSource {
    private final Path root;
    private final Optional<FileReader> reader;
    private final SourceType type;
    private final Path spool;

    /** Reads one kind of file. */
    @FunctionalInterface
    public interface FileReader {
        /** @param from the offset of the position that was reached in it; 0 at its start */
        void read(FileEntry file, long from, Sink sink) throws InterruptedException;
    }

    public SourceTree(Path root, SourceType type, Path spool) {
        this(root, type, Optional.empty(), spool);
    }

    /** Every file is read by one reader. */
    public SourceTree(Path root, FileReader reader, Path spool) {
        this(root, SourceType.AUTO, Optional.of(reader), spool);
    }

    private SourceTree(Path root, SourceType type, Optional<FileReader> reader, Path spool) {
        this.root = root;
        this.type = type;
        this.reader = reader;
        this.spool = spool;
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        Walk walk = new Walk(after, sink);
        if (Files.isDirectory(root)) {
            walk.folder(root, "");
        } else {
            walk.child(root, FolderContents.name(root));
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
            String prefix = path.isEmpty() ? "" : path + "/";
            for (Path child : FolderContents.of(folder, path, sink)) {
                child(child, prefix + FolderContents.name(child));
            }
        }

        void child(Path child, String path) throws InterruptedException {
            if (after.isPresent() && after.orElseThrow().isPast(path)) {
                return;
            }
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                folder(child, path);
            } else if (Files.isRegularFile(child)) {
                file(new FileEntry(child, path, spool));
            } else {
                sink.accept(FolderContents.unusual(child, path));
            }
        }

        private void file(FileEntry file) throws InterruptedException {
            if (reader.isPresent()) {
                reader.get().read(file, reached(file), sink);
                return;
            }
            switch (type) {
                case EML -> sink.accept(EmlFile.read(file));
                case MBOX -> new FileItems(after, sink, 0).mbox(file);
                case MAILDIR, AUTO -> message(file);
            }
        }

        private long reached(FileEntry file) {
            return after.filter(position -> position.path().equals(file.path()))
                    .map(Position::offset)
                    .orElse(0L);
        }

        private void message(FileEntry file) throws InterruptedException {
            if (isInMaildir(file)) {
                sink.accept(Maildir.read(file));
            } else if (!Maildir.is(file.file().getParent()) || !Maildir.isControl(file.name())) {
                if (type == SourceType.AUTO) {
                    new FileItems(after, sink, 0).read(file);
                } else {
                    sink.accept(EmlFile.read(file));
                }
            }
        }

        private boolean isInMaildir(FileEntry file) {
            Path folder = file.file().getParent();
            return folder != null && file.folder().matches("(.*/)?(cur|new|tmp)") && Maildir.is(folder.getParent());
        }
    }
}
