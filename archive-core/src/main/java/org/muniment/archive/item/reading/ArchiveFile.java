package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.text.Characters;

/** Reads the members of a ZIP or gzip file, each as an attachment of its own with the place {@code 2!path}. */
final class ArchiveFile {
    private static final String BROKEN = "damaged: it cannot be unpacked to its end";
    private static final int LONGEST_PATH = 1_000;
    private static final int DIRECTORY_END = 65_557;

    private final Gathering gathering;
    private final int depth;
    private final Body body;

    ArchiveFile(Gathering gathering, int depth, Body body) {
        this.gathering = gathering;
        this.depth = depth;
        this.body = body;
    }

    void read(AttachedFile file, boolean gzip) {
        try (InputStream in = file.content().bytes().open()) {
            if (gzip) {
                gunzip(file, in);
            } else {
                unzip(file, in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void gunzip(AttachedFile file, InputStream in) {
        try (GZIPInputStream unpacked = new GZIPInputStream(in)) {
            String name = file.name().replaceFirst("(?i)\\.gz$", "").replaceFirst("(?i)\\.tgz$", ".tar");
            member(file, name.isEmpty() ? "content" : name, unpacked);
        } catch (IOException e) {
            gathering.gap(file.place(), "damaged: it cannot be unpacked");
        }
    }

    /** Names that are not UTF-8 are read as code page 437, as the format says. */
    private void unzip(AttachedFile file, InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in, Charset.forName("IBM437"));
        ZipEntry entry = next(zip, file);
        while (entry != null && !gathering.isFull() && gathering.budget() > 0) {
            if (!entry.isDirectory()) {
                member(file, entry.getName(), zip);
            }
            entry = next(zip, file);
        }
        if (!hasDirectory(file)) {
            gathering.gap(file.place(), BROKEN);
        }
    }

    /** Every whole ZIP ends in its directory; the unpacker itself takes a cut-off one for a short one. */
    private static boolean hasDirectory(AttachedFile file) {
        byte[] tail = file.content().last(DIRECTORY_END);
        return new String(tail, StandardCharsets.ISO_8859_1).contains("PK\u0005\u0006");
    }

    private @Nullable ZipEntry next(ZipInputStream zip, AttachedFile file) {
        try {
            return zip.getNextEntry();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            boolean secret = String.valueOf(e.getMessage()).contains("encrypted");
            gathering.gap(file.place(), secret ? "password-protected" : BROKEN);
            return null;
        }
    }

    private void member(AttachedFile file, String path, InputStream in) {
        String tidy = path(path);
        String place = file.place() + "!" + tidy;
        try (Content content = Content.read(in, gathering, place)) {
            AttachedFile member =
                    new AttachedFile(place, AttachedFile.baseName(tidy), FileKind.UNKNOWN, "", false, content);
            new AttachedFileReader(gathering, depth, body).read(member, false);
        }
    }

    /** The path as stored: nothing is ever written to it. */
    private static String path(String path) {
        Charset old = Charset.forName("IBM437");
        byte[] stored = path.getBytes(old);
        String utf8 = new String(stored, StandardCharsets.UTF_8);
        boolean better = utf8.indexOf('\uFFFD') < 0 && new String(stored, old).equals(path);
        String text = better ? utf8 : path;
        return Characters.clean(Characters.cut(text.replaceAll("\\p{Cntrl}", " "), LONGEST_PATH));
    }
}
