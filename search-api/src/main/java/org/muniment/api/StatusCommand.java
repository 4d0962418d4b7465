package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Holdings;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment status}: what is in the archive and how it is kept. */
@Command(
        name = "status",
        description = {
            "Shows what is in the archive and how it is kept.",
            "Counts by custodian and kind, size on disk, whether the index is up to date, the last ingests."
        },
        footer = {"", "Example:", "  muniment status", "  muniment status --json"})
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Share(String custodian, String kind, long items) {}

    private record Index(long items, long lag) {}

    private record LastRun(String id, String state, String source, String started, Tally counts) {
        static LastRun of(Run run) {
            return new LastRun(
                    run.id(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.source(),
                    run.started().toString(),
                    run.tally());
        }
    }

    private record Status(
            String archive,
            String objects,
            String store,
            String catalogue,
            String zone,
            long items,
            long bytes,
            long collections,
            long withoutCopies,
            long exceptions,
            long ledgerEntries,
            Classes classes,
            Index index,
            long diskBytes,
            List<Share> custodians,
            List<LastRun> runs) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Status status = status(archive);
            options.answer(terminal, status, () -> print(status));
        }
        return ExitCode.DONE;
    }

    private static Status status(Archive archive) {
        Holdings holdings = archive.items().holdings();
        return new Status(
                archive.settings().folder().toString(),
                archive.settings().objects(),
                archive.objects().worm().toString(),
                archive.settings().catalogue(),
                archive.settings().zone().getId(),
                holdings.items(),
                holdings.bytes(),
                holdings.collections(),
                holdings.duplicateGroups(),
                holdings.exceptions(),
                archive.ledger().size(),
                Classes.of(archive),
                new Index(archive.index().size(), archive.lag()),
                sizeOnDisk(archive.settings().folder()),
                holdings.shares().stream()
                        .map(share -> new Share(
                                share.custodian().address(),
                                share.kind().name().toLowerCase(Locale.ROOT),
                                share.items()))
                        .toList(),
                archive.runs().latest(5).stream().map(LastRun::of).toList());
    }

    private void print(Status status) {
        terminal.say("Archive       %s", status.archive());
        terminal.say(
                "Objects       %s", status.objects().equals(ArchiveSettings.FILES) ? "files here" : status.objects());
        terminal.sayWrapped("              ", status.store());
        terminal.say(
                "Catalogue     %s; days begin and end in %s",
                status.catalogue().equals(ArchiveSettings.SQLITE) ? "SQLite, here" : status.catalogue(), status.zone());
        terminal.say("On disk       %s", Terminal.bytes(status.diskBytes()));
        terminal.say("");
        terminal.say("Items         %d, %s as collected", status.items(), Terminal.bytes(status.bytes()));
        terminal.say("              %d when copies of a message count as one", status.withoutCopies());
        terminal.say("Collections   %d: the same bytes may lie in several mailboxes", status.collections());
        terminal.say(
                "Exceptions    %d could not be fully read%s",
                status.exceptions(), status.exceptions() == 0 ? "" : "; see: muniment exceptions");
        status.classes().print(terminal);
        terminal.say("Ledger        %d entries", status.ledgerEntries());
        terminal.say(
                "Index         %s",
                status.index().lag() == 0
                        ? "up to date, " + status.index().items() + " items"
                        : status.index().lag()
                                + " changes behind; an ingest catches up, or: muniment reindex --catch-up");
        terminal.say("");
        terminal.say("%8s  %-10s %s", "Items", "Kind", "Custodian");
        status.custodians()
                .forEach(share ->
                        terminal.say("%8d  %-10s %s", share.items(), share.kind(), Terminal.plain(share.custodian())));
        status.runs().forEach(run -> print(run, ZoneId.of(status.zone())));
    }

    private void print(LastRun run, ZoneId zone) {
        String state = switch (run.state()) {
            case "open" -> "running, or interrupted: then give the same ingest again to go on";
            case "unreconciled" -> "does not add up: compare the source with the archive before relying on it";
            default -> "complete";
        };
        Tally counts = run.counts();
        terminal.say("");
        terminal.say("Ingest of %s: %s", Terminal.time(run.started(), zone), state);
        terminal.say("    %s", Terminal.plain(run.source()));
        terminal.say(
                "    read %d = stored %d + duplicates %d + unreadable %d + rejected %d",
                counts.read(), counts.stored(), counts.duplicates(), counts.unreadable(), counts.rejected());
    }

    static long sizeOnDisk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(StatusCommand::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look into " + folder, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException goneMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look at " + file, e);
        }
    }
}
