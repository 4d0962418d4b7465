package org.muniment.batch.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of the nights' pages: {@code 2026-11-22.html} and {@code .json}, the night's day in the agency's zone; when a
 * night's work was called again, {@code 2026-11-22-2.html}.
 */
public final class NightPages {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Function<NightReport, String> html;

    /**
     * @param folder made when it is missing
     * @param html draws the page
     */
    public NightPages(Path folder, Function<NightReport, String> html) {
        this.folder = folder;
        this.html = html;
    }

    /** Writes both files, each whole or not at all; says where the page is. */
    public Path write(NightReport report) {
        String name = report.night() + (report.attempt() == 1 ? "" : "-" + report.attempt());
        try {
            Files.createDirectories(folder);
            write(name + ".json", JSON.writeValueAsString(report) + "\n");
            return write(name + ".html", html.apply(report));
        } catch (IOException e) {
            throw new UncheckedIOException("The night's page can't be written", e);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve(name + ".new"), text);
        return Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
