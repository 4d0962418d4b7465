package org.muniment.batch.ingest.social;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an export, in a folder or a zip, by their paths with {@code /} between levels. */
final class ExportFolder implements AutoCloseable {
    private final Optional<FileSystem> zip;
    private final TreeMap<String, Path> files = new TreeMap<>();

    ExportFolder(Path path) {
        try {
            boolean folder = Files.isDirectory(path);
            zip = folder ? Optional.empty() : Optional.of(FileSystems.newFileSystem(path, Map.of()));
            Path root = folder ? path : zip.orElseThrow().getPath("/");
            try (Stream<Path> tree = Files.walk(root)) {
                tree.filter(Files::isRegularFile)
                        .forEach(file ->
                                files.put(root.relativize(file).toString().replace('\\', '/'), file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The export " + path + " could not be opened: it is neither a folder nor a zip"
                            + " file that can be read",
                    e);
        } catch (java.nio.file.ProviderNotFoundException e) {
            throw new UncheckedIOException(
                    "The export " + path + " is neither a folder nor a zip file", new IOException(e));
        }
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    Path file(String name) {
        Path file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("No file of the export: " + name);
        }
        return file;
    }

    /** The file an export means: by its path from the top, or, where the export was put into another folder, by its end. */
    Optional<String> meant(String reference) {
        String bare = reference.replaceFirst("^(\\./|/)+", "");
        if (bare.isEmpty() || bare.contains("://") || bare.indexOf('/') < 0) {
            return Optional.empty();
        }
        if (files.containsKey(bare)) {
            return Optional.of(bare);
        }
        return files.keySet().stream().filter(name -> name.endsWith("/" + bare)).findFirst();
    }

    /** The files in a folder whose names begin so: X puts the number of a post in front of its pictures' names. */
    List<String> beginning(String folderEnd, String start) {
        return files.keySet().stream()
                .filter(name -> {
                    int slash = name.lastIndexOf('/');
                    return slash > 0
                            && name.substring(0, slash).endsWith(folderEnd)
                            && name.substring(slash + 1).startsWith(start);
                })
                .toList();
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
