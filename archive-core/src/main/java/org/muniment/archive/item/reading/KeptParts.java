package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.store.Spool;

/** Keeps the attached files of one item in a folder, in the order in which they are listed. */
final class KeptParts implements Keeper {
    private final Path folder;
    private final Map<String, Entity> parts = new HashMap<>();
    private final List<Kept> files = new ArrayList<>();

    /**
     * A listed file.
     *
     * @param place where it sits
     * @param contentId of the part it is, without brackets; empty when it has none
     * @param charset as declared; may be empty
     * @param seconds as the part declares (RFC 3803); empty when it does not
     * @param file its bytes; the folder itself for a member of an archive, whose bytes are in the archive's
     */
    record Kept(String place, String contentId, String charset, String seconds, Path file) {}

    KeptParts(Path folder) {
        this.folder = folder;
    }

    List<Kept> files() {
        return List.copyOf(files);
    }

    @Override
    public void part(String place, Entity entity) {
        parts.putIfAbsent(place, entity);
    }

    @Override
    public void file(AttachedFile file) {
        Entity part = parts.get(file.place());
        files.add(new Kept(
                file.place(),
                part == null ? "" : part.id(),
                file.charset(),
                part == null ? "" : part.duration(),
                file.place().indexOf('!') < 0 ? write(file.content().bytes()) : folder));
    }

    private Path write(Spool bytes) {
        Path target = folder.resolve("part-" + (files.size() + 1));
        try {
            Files.createDirectories(folder);
            switch (bytes) {
                case Spool.InMemory memory -> Files.write(target, memory.bytes());
                case Spool.InFile large -> Files.copy(large.file(), target, StandardCopyOption.REPLACE_EXISTING);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment could not be copied to " + target, e);
        }
    }
}
