package org.muniment.batch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.muniment.archive.store.Digest;

/**
 * The files of an archive's folder besides catalogue and objects: settings, sources, keys, letters, bundles, reports. All
 * that is there is copied but what is made anew, so that what is added to archives one day is not forgotten.
 */
final class KeptFiles {
    /** Derived, or of use only while something runs. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "catalogue\\.db.*|objects|index|spool|reading|producing|writer\\..*|.*\\.new|.*\\.lock|.*\\.turn|.*\\.sock");

    private static final Pattern SECRET = Pattern.compile(".*\\.key");

    private final Path archive;
    private final boolean withKeys;

    KeptFiles(Path archive, boolean withKeys) {
        this.archive = archive;
        this.withKeys = withKeys;
    }

    /**
     * Copies them into a folder.
     *
     * @param last the copy before: a file that has its size and time since is linked, not copied again
     * @param known digests of the copy before
     * @return their paths below the folder, with their digests
     */
    Map<String, Digest> copy(Path target, Path last, Map<String, Digest> known) throws IOException {
        Map<String, Digest> copied = new TreeMap<>();
        Files.walkFileTree(archive, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isLeftOut(file) && Files.isRegularFile(file)) {
                    String name = archive.relativize(file).toString();
                    try {
                        copied.put(
                                name, one(file, target.resolve(name), last.resolve(name), known.get("files/" + name)));
                    } catch (NoSuchFileException goneMeanwhile) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return copied;
    }

    private boolean isLeftOut(Path file) {
        Path name = archive.relativize(file);
        return !name.toString().isEmpty()
                && name.getNameCount() == 1
                && (LEFT_OUT.matcher(name.toString()).matches() || !withKeys && isSecret(file));
    }

    private static boolean isSecret(Path file) {
        return SECRET.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static Digest one(Path file, Path target, Path last, @org.jspecify.annotations.Nullable Digest known)
            throws IOException {
        Files.createDirectories(target.getParent());
        if (known != null && isUnchanged(file, last)) {
            Files.createLink(target, last);
            return known;
        }
        DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Digest.sha256());
        try (in;
                OutputStream out = create(target, isSecret(file))) {
            in.transferTo(out);
        }
        Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
        return Digest.ofHash(in.getMessageDigest().digest());
    }

    private static boolean isUnchanged(Path file, Path last) throws IOException {
        return Files.exists(last)
                && Files.size(last) == Files.size(file)
                && Files.getLastModifiedTime(last).equals(Files.getLastModifiedTime(file));
    }

    /** A secret is readable by its owner only from its first byte on. */
    static OutputStream create(Path file, boolean secret) throws IOException {
        if (secret && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }

    /** Brings them back into a folder, all but the settings. */
    static void bringBack(Path copy, Path archive) throws IOException {
        try (var files = Files.walk(copy)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !copy.relativize(file).toString().equals("archive.properties"))
                    .forEach(file ->
                            copyBack(file, archive.resolve(copy.relativize(file).toString())));
        }
    }

    private static void copyBack(Path file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = create(target, isSecret(file))) {
                in.transferTo(out);
            }
            Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(target + " can't be written", e);
        }
    }
}
