package org.muniment.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Holdings;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;

/**
 * What is in an archive and how it is kept: the answer of {@code muniment status}. Times are ISO-8601 in UTC.
 *
 * @param archive its folder
 * @param store what its object store promises
 * @param diskBytes of its folder
 */
public record ShownStatus(
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
        List<LastRun> runs) {
    public record Share(String custodian, String kind, long items) {}

    public record Index(long items, long lag) {}

    public record LastRun(String id, String state, String source, String started, Tally counts) {
        static LastRun of(Run run) {
            return new LastRun(
                    run.id(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.source(),
                    run.started().toString(),
                    run.tally());
        }
    }

    /** Counts it. */
    public static ShownStatus of(Archive archive) {
        Holdings holdings = archive.items().holdings();
        return new ShownStatus(
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
                StatusCommand.sizeOnDisk(archive.settings().folder()),
                holdings.shares().stream()
                        .map(share -> new Share(
                                share.custodian().address(),
                                share.kind().name().toLowerCase(Locale.ROOT),
                                share.items()))
                        .toList(),
                archive.runs().latest(5).stream().map(LastRun::of).toList());
    }

    /** As a person reads it. */
    public void print(Terminal terminal) {
        terminal.say("Archive       %s", archive());
        terminal.say("Objects       %s", objects().equals(ArchiveSettings.FILES) ? "files here" : objects());
        terminal.sayWrapped("              ", store());
        terminal.say(
                "Catalogue     %s; days begin and end in %s",
                catalogue().equals(ArchiveSettings.SQLITE) ? "SQLite, here" : catalogue(), zone());
        terminal.say("On disk       %s", Terminal.bytes(diskBytes()));
        terminal.say("");
        terminal.say("Items         %d, %s as collected", items(), Terminal.bytes(bytes()));
        terminal.say("              %d when copies of a message count as one", withoutCopies());
        terminal.say("Collections   %d: the same bytes may lie in several mailboxes", collections());
        terminal.say(
                "Exceptions    %d could not be fully read%s",
                exceptions(), exceptions() == 0 ? "" : "; see: muniment exceptions");
        classes().print(terminal);
        terminal.say("Ledger        %d entries", ledgerEntries());
        terminal.say(
                "Index         %s",
                index.lag() == 0
                        ? "up to date, " + index.items() + " items"
                        : index.lag() + " changes behind; an ingest catches up, or: muniment reindex --catch-up");
        terminal.say("");
        terminal.say("%8s  %-10s %s", "Items", "Kind", "Custodian");
        custodians()
                .forEach(share ->
                        terminal.say("%8d  %-10s %s", share.items(), share.kind(), Terminal.plain(share.custodian())));
        runs().forEach(run -> print(terminal, run, ZoneId.of(zone)));
    }

    private static void print(Terminal terminal, LastRun run, ZoneId zone) {
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
}
