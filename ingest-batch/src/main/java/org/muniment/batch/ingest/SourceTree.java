package org.muniment.batch.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            walk.child(root, name(root));
        }
    }

    /** Names that the platform's encoding cannot show are told apart by their bytes. */
    private static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.indexOf('\ufffd') < 0 && name.indexOf('?') < 0) {
            return name;
        }
        String raw = path.toAbsolutePath().toUri().getRawPath();
        String trimmed = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
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
            List<Path> children;
            try (Stream<Path> list = Files.list(folder)) {
                children = list.sorted((a, b) -> Position.ORDER.compare(name(a), name(b)))
                        .toList();
            } catch (IOException e) {
                sink.accept(new Rejected(path, "folder: " + Reasons.of(e), Position.done(path)));
                return;
            }
            for (Path child : children) {
                child(child, prefix + name(child));
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
                sink.accept(new Rejected(path, unusual(child), Position.done(path)));
            }
        }

        private String unusual(Path child) {
            if (Files.isDirectory(child)) {
                return "a link to a folder; name that folder itself to take it in";
            }
            return Files.isSymbolicLink(child) ? "a link to nothing" : "not a file";
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
