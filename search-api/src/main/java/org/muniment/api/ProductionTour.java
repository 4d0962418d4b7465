package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The third part of the demo: a request's bundle, and that of a principal who left, in the archive's own folder. */
final class ProductionTour {
    private static final String RECORDS = "Dana Whitlock, Chief Business Officer";
    private static final String SUPERINTENDENT = "Dr. Elena Marchetti, Superintendent";

    private final Terminal terminal;
    private final Path home;

    ProductionTour(Terminal terminal, Path home) {
        this.terminal = terminal;
        this.home = home;
    }

    private Path productions() {
        return home.resolve("productions");
    }

    /** Whether it is still to be shown: it is shown once. */
    boolean isDue() {
        return !Files.exists(productions());
    }

    /** Shows each command and what it says. */
    void show() {
        tour().show();
    }

    /** Runs each command for a program. */
    List<Tour.Answer> answers() {
        return tour().answers();
    }

    private Tour tour() {
        return new Tour(terminal, SampleDistrict.productions(), this::filled);
    }

    private String filled(String word) {
        return word.replace("{archive}", home.toString())
                .replace("{productions}", productions().toString())
                .replace("{records}", RECORDS)
                .replace("{superintendent}", SUPERINTENDENT);
    }
}
