package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.store.Digest;

/** The files of a folder by their paths: relative, slashes between, sorted by their bytes as long as they are ASCII. */
final class FolderFiles {
    private FolderFiles() {}

    /** Everything in a folder that is no folder; links are not followed. */
    static TreeSet<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> path(folder.relativize(file)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String path(Path relative) {
        StringBuilder path = new StringBuilder();
        relative.forEach(name -> path.append(path.isEmpty() ? "" : "/").append(name));
        return path.toString();
    }

    /** Digests of files, computed on all processors. */
    static SortedMap<String, Digest> digests(Path folder, Collection<String> paths) throws IOException {
        ConcurrentMap<String, Digest> digests = new ConcurrentHashMap<>();
        try {
            paths.parallelStream().forEach(path -> digests.put(path, digest(folder.resolve(path))));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new TreeMap<>(digests);
    }

    private static Digest digest(Path file) {
        try {
            return Digest.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    static long bytes(Path folder, Collection<String> paths) throws IOException {
        long bytes = 0;
        for (String path : paths) {
            bytes += Files.size(folder.resolve(path));
        }
        return bytes;
    }
}
