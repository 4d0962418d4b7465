package org.muniment.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Registers;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.fixity.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment verify}: proves the archive against itself, or a production with its own files. */
@Command(
        name = "verify",
        description = {
            "Proves that nothing in the archive was changed or lost.",
            "Every object hashes to its key, every row is as the ledger noted it, the ledger adds up to every signed "
                    + "checkpoint, the index has exactly the catalogue's items. Changes nothing.",
            "With DIR, a production's folder: no file was changed, is missing or was added, and the ledger has it. For that no "
                    + "archive is needed."
        },
        footer = {
            "",
            "Example:",
            "  muniment verify",
            "  muniment verify --sample 200 --checkpoint kept-elsewhere.txt",
            "  muniment verify out/R7 --key ledger.pub",
            "",
            "Exit code 0 when all is well, 4 when a fault was found."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A production's folder; none to prove the archive.")
    private @Nullable Path production;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "With DIR: the ledger's public key, had from the district and not from the folder.")
    private @Nullable Path key;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "A quick look at N items and N ledger entries, picked at random. Of the catalogue and the index nothing else is read.")
    private @Nullable Integer sample;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint kept outside the archive; the ledger must still extend it. May be repeated.")
    private List<Path> checkpoints = new ArrayList<>();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (production != null) {
            return verifyProduction(production);
        }
        if (key != null) {
            throw new WrongUsage("--key goes with a production's folder");
        }
        if (sample != null && sample < 1) {
            throw new WrongUsage("--sample is at least 1, not " + sample);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "proved")) {
            OptionalInt some = sample == null ? OptionalInt.empty() : OptionalInt.of(sample);
            long total = sample == null ? total(archive) : sample;
            Verification found = new FixityCheck(archive, done -> progress.show(done, total)).run(some, elsewhere());
            progress.clear();
            report(archive, found);
            return found.isClean() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** With the archive's own key where an archive is named. */
    private int verifyProduction(Path folder) {
        if (sample != null || !checkpoints.isEmpty()) {
            throw new WrongUsage("A production is checked whole: without --sample and --checkpoint");
        }
        Path given = key != null || options.again().isEmpty()
                ? key
                : options.folder().resolve("ledger.pub");
        VerifiedPackage verified = VerifiedPackage.of(folder, given == null ? null : VerifiedPackage.key(given));
        options.answer(terminal, verified, () -> verified.print(terminal));
        return verified.exit();
    }

    /** Only for the line of progress: what is wrong with the catalogue is for the check to say. */
    private static long total(Archive archive) {
        try {
            return new Registers(archive.catalogue().reader()).count();
        } catch (RuntimeException damaged) {
            return 0;
        }
    }

    private List<Checkpoint> elsewhere() {
        return checkpoints.stream().map(VerifyCommand::checkpoint).toList();
    }

    static Checkpoint checkpoint(Path file) {
        try {
            return Checkpoint.parse(Files.readString(file));
        } catch (IOException e) {
            throw new WrongUsage("The checkpoint " + file + " can't be read");
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(file + " is no checkpoint: " + e.getMessage());
        }
    }

    private void report(Archive archive, Verification found) {
        if (options.json()) {
            terminal.say("%s", Json.line(found));
            return;
        }
        terminal.say(
                "Proved %d items (%s), %d ledger entries and %d checkpoints in %.1f s",
                found.items(), Terminal.bytes(found.bytes()), found.entries(), found.checkpoints(), found.seconds());
        if (found.destroyed() > 0) {
            terminal.say(
                    "%d destroyed items: each tombstone agrees with the ledger or is named below", found.destroyed());
        }
        if (found.unregistered() > 0) {
            terminal.say(
                    "%d objects belong to no item: left by an interrupted ingest, harmless, used when it resumes",
                    found.unregistered());
        }
        if (found.behind() > 0) {
            terminal.say("The index is behind; it catches up at the next ingest, or with: muniment reindex");
        }
        found.faults()
                .forEach(fault ->
                        terminal.say("FAULT  %s: %s", Terminal.plain(fault.where()), Terminal.plain(fault.what())));
        terminal.say("%s", found.isClean() ? "No fault found." : found.faults().size() + " faults found.");
        if (found.isClean()) {
            archive.ledger()
                    .latestCheckpoint()
                    .ifPresent(latest -> terminal.say("Latest checkpoint, worth keeping elsewhere:%n%s", latest));
        }
    }
}
