package org.muniment.batch.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muniment.archive.pdf.PdfContents;
import org.muniment.archive.production.loadfile.DatDialect;
import org.muniment.archive.production.loadfile.DatReader;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.OptLine;
import org.muniment.archive.production.loadfile.OptReader;
import org.muniment.archive.store.Digest;

/** A finished package as a receiver reads it. */
record Package(Path folder) {
    List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of each file, by path. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files()) {
            try {
                digests.put(
                        folder.relativize(file).toString(),
                        Digest.of(Files.readAllBytes(file)).hex());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return digests;
    }

    /** The same, without what tells of the moment: the ledger's proof. */
    Map<String, String> lasting() {
        Map<String, String> digests = digests();
        digests.keySet().removeIf(name -> name.contains("ledger") || name.contains("proof"));
        return digests;
    }

    Path find(String end) {
        return files().stream()
                .filter(file -> file.toString().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No file " + end + " in " + files()));
    }

    List<DocumentRow> dat() throws IOException {
        try (DatReader reader = new DatReader(Files.newInputStream(find(".dat")), DatDialect.CONCORDANCE)) {
            return reader.documents();
        }
    }

    List<OptLine> opt() throws IOException {
        List<OptLine> lines = new ArrayList<>();
        try (OptReader reader = new OptReader(Files.newInputStream(find(".opt")))) {
            for (Optional<OptLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    /** The text of each page of each PDF. */
    List<String> pageTexts() throws IOException {
        List<String> pages = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().contains("/PDF/")) {
                List<PdfContents.Found.Page> found = new ArrayList<>();
                PdfContents.read(file, one -> {
                    if (one instanceof PdfContents.Found.Page page) {
                        found.add(page);
                    }
                });
                for (PdfContents.Found.Page page : found) {
                    pages.add(page.texts().getFirst().text());
                }
            }
        }
        return pages;
    }

    /** All text that a reader sees or extracts. */
    String allText() throws IOException {
        return String.join("\n", pageTexts());
    }
}
