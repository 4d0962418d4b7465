package org.muniment.batch.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of the nights' pages: {@code 2026-11-22.html} and {@code .json}, the night's day in the agency's zone; when a
 * night's work was called again, {@code 2026-11-22-2.html}.
 */
public final class NightPages {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String SUFFIX = ".json";
    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[1-9]\\d{0,3})?\\.json");

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

    /** The names of all pages, the latest night first: {@code 2026-11-22}, {@code 2026-11-22-2}. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The nights' pages can't be listed", e);
        }
    }

    /** What a night did, by its page's name; empty when there is no such page. */
    public Optional<NightReport> read(String name) {
        Path file = folder.resolve(name + SUFFIX);
        if (!NAME.matcher(name + SUFFIX).matches() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), NightReport.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The night's page can't be read", e);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve(name + ".new"), text);
        return Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
