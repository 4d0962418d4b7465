package org.muniment.batch.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder, in the order of {@link Position#ORDER}. */
public final class FolderContents {
    private FolderContents() {}

    /**
     * What is in it. A folder that can't be listed is rejected by name, and nothing is in it.
     *
     * @param path the folder's, within the source
     */
    public static List<Path> of(Path folder, String path, ItemSource.Sink sink) throws InterruptedException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted((a, b) -> Position.ORDER.compare(name(a), name(b)))
                    .toList();
        } catch (IOException e) {
            sink.accept(new Rejected(path, "folder: " + Reasons.of(e), Position.done(path)));
            return List.of();
        }
    }

    /** Names that the platform's encoding cannot show are told apart by their bytes. */
    public static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.indexOf('\ufffd') < 0 && name.indexOf('?') < 0) {
            return name;
        }
        String raw = path.toAbsolutePath().toUri().getRawPath();
        String trimmed = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** Says that something is neither a file nor a folder to go into. */
    public static Rejected unusual(Path child, String path) {
        String why = Files.isDirectory(child)
                ? "a link to a folder; name that folder itself to take it in"
                : Files.isSymbolicLink(child) ? "a link to nothing" : "not a file";
        return new Rejected(path, why, Position.done(path));
    }
}
