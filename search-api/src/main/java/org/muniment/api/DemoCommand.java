package org.muniment.api;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.SourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment demo}: a sample district from mail to search in one command. */
@Command(
        name = "demo",
        description = "Opens an archive, takes in a sample district's mail, and searches it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  muniment demo", "  muniment demo --archive /tmp/demo --no-serve"})
final class DemoCommand implements Callable<Integer> {
    private static final int SHOWN = 6;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final KeepOptions keep = new KeepOptions();

    @Option(names = "--no-serve", description = "Ends after the tour. There are no web pages yet, so it always does.")
    private boolean noServe;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Demo(Reconciliation ingest, long classified, long items) {}

    @Override
    public Integer call() {
        try (Archive archive = keep.openOrCreate(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "messages")) {
            Path mailboxes = SampleDistrict.unpack(options.folder().resolve("sample-district"));
            Reconciliation result = new Ingest(Rooms.of(archive)).run(request(mailboxes), progress::show);
            progress.clear();
            if (options.json()) {
                terminal.say("%s", Json.line(new Demo(result, 0, archive.index().size())));
            } else {
                tour(archive, result);
            }
            return result.rejected() > 0 ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
        }
    }

    private static IngestRequest request(Path mailboxes) {
        return new IngestRequest(mailboxes, SourceType.AUTO, new IngestRequest.Custody.ByFolder(Optional.empty()));
    }

    private void tour(Archive archive, Reconciliation result) {
        terminal.say("Alder Creek Unified, a sample district: 14 mailboxes as eml folders, mbox and Maildir.");
        terminal.say("Archive in %s", archive.settings().folder());
        terminal.say("");
        Reconciled.print(terminal, result);
        terminal.say("Classified  %8d  retention schedules come with a later version", 0);
        terminal.say("");
        terminal.say("Some searches:");
        SampleDistrict.searches().stream().limit(SHOWN).forEach(search -> show(archive, search));
        next();
    }

    private void show(Archive archive, SampleDistrict.ShownSearch search) {
        Hits hits = archive.index()
                .search(new Search(
                        new ItemQueryParser(archive.settings().zone()).parse(search.query()),
                        1,
                        Optional.empty(),
                        Search.Order.NEWEST_FIRST));
        terminal.say("");
        terminal.say("  %s", search.query());
        terminal.say("  %d items. %s", hits.total(), search.shows());
        hits.page().forEach(hit -> terminal.say("    %s  %s", hit.item(), Terminal.plain(hit.snippet())));
    }

    private void next() {
        String at = " --archive " + options.folder();
        terminal.say("");
        terminal.say("Try next:");
        terminal.say("  ./muniment search 'climber sent:2024-10-01..2024-10-31'%s", at);
        terminal.say("  ./muniment exceptions%s     what could not be fully read, and why", at);
        terminal.say("  ./muniment verify%s         proves every object, row, ledger entry and the index", at);
        terminal.say("  ./muniment search --help-query     the query language on one page");
        terminal.say("  ./muniment ingest YOUR.mbox --custodian you@district.example");
    }
}
