package org.muniment.batch.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.archive.store.Digest;

/** The list of a backup's files with their SHA-256, as {@code sha256sum -c} reads it in the backup's folder. */
final class Manifest implements AutoCloseable {
    private static final String GAP = "  ";

    private final BufferedWriter out;

    Manifest(Path file) throws IOException {
        this.out = Files.newBufferedWriter(file);
    }

    /** @param path below the backup's folder */
    void add(Digest digest, String path) throws IOException {
        if (path.indexOf('\n') >= 0 || path.indexOf('\\') >= 0) {
            // sha256sum marks a line whose name it wrote in another way with a backslash.
            out.write("\\");
            out.write(digest.hex() + GAP + path.replace("\\", "\\\\").replace("\n", "\\n"));
        } else {
            out.write(digest.hex() + GAP + path);
        }
        out.newLine();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The files of a copy that are no objects, by their path below the copy, with their digests. */
    static Map<String, Digest> files(Path manifest) throws IOException {
        Map<String, Digest> files = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(manifest)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean escaped = line.startsWith("\\");
                String plain = escaped ? line.substring(1) : line;
                String path = plain.substring(64 + GAP.length());
                if (!path.startsWith(BackupFolder.OBJECTS + "/")) {
                    files.put(below(escaped ? path.translateEscapes() : path), new Digest(plain.substring(0, 64)));
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(manifest + " is damaged", e);
        }
        return files;
    }

    private static String below(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    /** What differs from the manifest, in words. */
    static List<String> differences(Path copy) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Digest> one : files(BackupFolder.manifest(copy)).entrySet()) {
            Path file = copy.resolve(one.getKey());
            if (!Files.exists(file)) {
                found.add(one.getKey() + " is missing");
            } else if (!Digest.ofFile(file).equals(one.getValue())) {
                found.add(one.getKey() + " was changed");
            }
        }
        return found;
    }
}
