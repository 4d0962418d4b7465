package org.muniment.archive.schedule;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/**
 * The one schedule that waits for a second officer, in a file of the archive's folder: nothing rests on it until it is
 * adopted, and adopting it is what the catalogue and the ledger note. Safe for many threads of one process.
 */
public final class ScheduleProposals {
    /** The file, there while one waits: Java properties in UTF-8. */
    public static final String FILE = "proposed-schedule.properties";

    private final Path file;
    private final Schedules schedules;

    /** @param folder the archive's */
    public ScheduleProposals(Path folder, Schedules schedules) {
        this.file = folder.resolve(FILE);
        this.schedules = schedules;
    }

    /** What waits; empty when nothing does. */
    public synchronized Optional<ScheduleProposal> waiting() {
        try (Reader in = Files.newBufferedReader(file)) {
            Properties found = new Properties();
            found.load(in);
            String yaml = found.getProperty("yaml", "");
            return Optional.of(new ScheduleProposal(
                    found.getProperty("name", ""),
                    yaml,
                    Digest.of(yaml.getBytes(StandardCharsets.UTF_8)),
                    LocalDate.parse(found.getProperty("effective", "")),
                    new Officer(found.getProperty("by", "")),
                    Instant.parse(found.getProperty("at", ""))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The proposed schedule in " + file + " can't be read", e);
        }
    }

    /**
     * Lets a schedule wait for a second officer.
     *
     * @throws ScheduleRefused when one waits already, or the day lies before that of the version adopted last
     * @throws ScheduleInvalid when the text is no schedule
     */
    public synchronized void propose(String yaml, LocalDate effective, Officer by, Instant at) {
        waiting().ifPresent(other -> {
            throw new ScheduleRefused(
                    other.by() + " proposed " + other.name() + " already: adopt it, or take it back first");
        });
        RetentionSchedule schedule = RetentionSchedule.parse(yaml);
        schedules.refuseDay(effective);
        Properties kept = new Properties();
        kept.setProperty("name", schedule.name());
        kept.setProperty("yaml", yaml);
        kept.setProperty("effective", effective.toString());
        kept.setProperty("by", by.name());
        kept.setProperty("at", at.toString());
        write(kept);
    }

    /** Whole or not at all. */
    private void write(Properties kept) {
        Path part = file.resolveSibling(FILE + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                kept.store(out, "A retention schedule that waits for a second officer");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The proposed schedule can't be written to " + file, e);
        }
    }

    /**
     * What waits, if it is the one that a person saw.
     *
     * @throws ScheduleRefused when that one does not wait any more
     */
    public synchronized ScheduleProposal find(String digest) {
        return waiting()
                .filter(one -> one.digest().hex().equals(digest))
                .orElseThrow(() -> new ScheduleRefused(
                        "This proposal does not wait any more: it was adopted or taken back meanwhile"));
    }

    /** Lets nothing wait any more: it was adopted, or taken back. */
    public synchronized void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The proposed schedule in " + file + " can't be removed", e);
        }
    }
}
