package org.muniment.api.web.requests;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.api.BuiltPackage;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import org.springframework.stereotype.Component;

/**
 * A production's folder in one file, beside the folder: made once and kept, so that a download that broke off goes on where it
 * was. Safe for many threads.
 */
@Component
public final class PackageZip {
    private final Archive archive;

    PackageZip(Archive archive) {
        this.archive = archive;
    }

    /** The file, made now when it is not there. */
    public synchronized Path of(Production production) throws IOException {
        Path folder = BuiltPackage.folder(archive, production);
        Path file = folder.resolveSibling(production.id() + ".zip");
        if (!Files.exists(file)) {
            Path part = folder.resolveSibling(production.id() + ".zip.part");
            write(folder, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static void write(Path folder, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // What is in it is compressed already, for the most part.
            zip.setLevel(1);
            for (Path each : files(folder)) {
                ZipEntry entry = new ZipEntry(folder.getFileName() + "/"
                        + folder.relativize(each).toString().replace('\\', '/'));
                entry.setTime(Files.getLastModifiedTime(each).toMillis());
                zip.putNextEntry(entry);
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
