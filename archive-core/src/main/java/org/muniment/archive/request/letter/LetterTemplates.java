package org.muniment.archive.request.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.request.RequestRefused;

/**
 * The templates of a district: files in a folder, which it may edit, or those that come with the product. Read anew for every
 * letter.
 *
 * @param folder where the district's own are, each by its kind's name, and {@code letterhead.txt}; need not exist
 */
public record LetterTemplates(Path folder) {
    private static final String LETTERHEAD = "letterhead.txt";

    /** The template in use. Throws {@link RequestRefused}. */
    LetterTemplate template(LetterKind kind) {
        return LetterTemplate.read(kind, text(kind));
    }

    /** The text of the template in use. */
    public String text(LetterKind kind) {
        Path own = folder.resolve(kind.file());
        return Files.exists(own) ? read(own) : shipped(kind);
    }

    /** The district's name and address, as letters begin; empty when the district has not written it yet. */
    public String letterhead() {
        Path own = folder.resolve(LETTERHEAD);
        return Files.exists(own) ? LetterField.LETTERHEAD.tidy(read(own)) : "";
    }

    /**
     * Writes the district's name and address.
     *
     * @throws RequestRefused when it says nothing
     */
    public void writeLetterhead(String text) {
        String tidy = LetterField.LETTERHEAD.tidy(text);
        if (tidy.isEmpty()) {
            throw new RequestRefused("A letterhead is the district's name and address");
        }
        write(folder.resolve(LETTERHEAD), tidy + "\n");
    }

    /** Writes those that come with the product into the folder, to be edited; files that are there stay. Gives the new ones. */
    public List<Path> unpack() {
        List<Path> written = new ArrayList<>();
        for (LetterKind kind : LetterKind.values()) {
            Path own = folder.resolve(kind.file());
            if (!Files.exists(own)) {
                write(own, shipped(kind));
                written.add(own);
            }
        }
        return List.copyOf(written);
    }

    private static String shipped(LetterKind kind) {
        try (InputStream in = LetterTemplates.class.getResourceAsStream(kind.file())) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its letter " + kind.file());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RequestRefused("The template can't be read as UTF-8 text: " + file + " (" + e.getMessage() + ")");
        }
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A letter's file can't be written: " + file, e);
        }
    }
}
