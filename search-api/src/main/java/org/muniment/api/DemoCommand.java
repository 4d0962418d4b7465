package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.sources.SourceKinds;
import org.muniment.api.web.Server;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment demo}: a sample district from mail to search in one command. */
@Command(
        name = "demo",
        description = {
            "Takes in a made-up district's mail, voicemail, web postings and calendar, searches it, and says what to try next.",
            "Everything goes into the archive's folder: delete the folder, and the demo is gone."
        },
        footer = {"", "Example:", "  muniment demo", "  muniment demo --archive /tmp/demo"})
final class DemoCommand implements Callable<Integer> {
    private static final int SHOWN = 6;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final KeepOptions keep = new KeepOptions();

    @Option(names = "--no-serve", description = "Ends after the tour, without the web pages; so does --json.")
    private boolean noServe;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the web pages are; 0 for any port that is free (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A source and what came of taking it in. */
    private record Taken(String source, Reconciliation run) {}

    private record Demo(
            List<Taken> sources,
            Map<String, Long> kinds,
            long classified,
            long items,
            List<Tour.Answer> rehearsal,
            List<Tour.Answer> productions) {}

    @Override
    public Integer call() throws SettingsProblem, InterruptedException {
        Path district = options.folder().resolve("sample-district");
        if (ArchiveSettings.exist(options.folder()) && !Files.exists(district)) {
            throw new ArchiveRefused("There is an archive in " + options.folder()
                    + ", and the demo would mix made-up mail into it. Name another folder: muniment demo --archive"
                    + " muniment-demo");
        }
        SampleDistrict.unpack(district);
        RetentionTour retention = new RetentionTour(terminal, options.folder());
        List<Taken> taken = takeIn(SampleDistrict.mailboxes(district), retention);
        if (!noServe && !options.json()) {
            serve();
        }
        boolean rejected = taken.stream().anyMatch(one -> one.run().rejected() > 0);
        return rejected ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
    }

    private void serve() throws InterruptedException {
        SampleUsers users = new SampleUsers(options.folder(), terminal.clock());
        users.renew();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            SampleDistrict.writeLetterhead(archive);
        }
        new ServedArchive(options.folder(), terminal.clock())
                .stay(new Server.Place("127.0.0.1", port), (server, address) -> {
                    terminal.say("");
                    terminal.say("The web pages are at %s   (Ctrl-C ends them)", address);
                    users.print(terminal);
                    terminal.out().flush();
                });
    }

    private List<Taken> takeIn(Path mailboxes, RetentionTour retention) throws SettingsProblem {
        try (Archive archive = keep.openOrCreate(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "messages", IngestCommand.INTERRUPTED)) {
            List<Taken> taken = collect(archive, progress);
            progress.clear();
            boolean due = retention.isDue();
            if (due) {
                retention.prepare(mailboxes);
            }
            options.answer(
                    terminal,
                    () -> demo(archive, taken, due ? retention : null),
                    () -> tour(archive, taken, due ? retention : null));
            return taken;
        }
    }

    /** As {@code muniment sources collect} does. */
    private List<Taken> collect(Archive archive, ProgressLine progress) throws SettingsProblem {
        SourcesFile sources =
                new SourcesFile(SampleDistrict.sources(options.folder()), SourceKinds.of(archive), System.getenv());
        List<Taken> taken = new ArrayList<>();
        for (SourceEntry entry : sources.read()) {
            if (entry.problem().isPresent()) {
                throw entry.problem().orElseThrow();
            }
            for (Account account : entry.accounts()) {
                taken.add(
                        new Taken(entry.name(), new Ingest(Rooms.of(archive)).run(account.request(), progress::show)));
            }
        }
        return taken;
    }

    private static Map<String, Long> kinds(Archive archive) {
        Map<String, Long> kinds = new TreeMap<>();
        try (Stream<RegisteredItem> items = archive.items().all()) {
            items.forEach(one -> kinds.merge(one.item().kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        }
        return kinds;
    }

    private Demo demo(Archive archive, List<Taken> taken, @Nullable RetentionTour retention) {
        ProductionTour productions = new ProductionTour(terminal, options.folder());
        return new Demo(
                taken,
                kinds(archive),
                archive.retention().classifications().counts().classified(),
                archive.index().size(),
                retention == null ? List.of() : retention.answers(),
                productions.isDue() ? productions.answers() : List.of());
    }

    private void tour(Archive archive, List<Taken> taken, @Nullable RetentionTour retention) {
        terminal.say(
                "Alder Creek Unified, a made-up district: 14 mailboxes as .eml folders, mbox and Maildir; voicemail;"
                        + " its web site; a calendar.");
        terminal.say("The archive is in %s", archive.settings().folder());
        terminal.say("What it is taken from is set up in %s there.", SourcesFile.NAME);
        for (Taken one : taken) {
            terminal.say("");
            terminal.say("Source      %s", one.source());
            Reconciled.print(terminal, one.run());
        }
        terminal.say("");
        kinds(archive).forEach((kind, items) -> terminal.say("%8d  %s", items, kind));
        terminal.say("");
        terminal.say("Some searches:");
        SampleDistrict.searches().stream().limit(SHOWN).forEach(search -> show(archive, search));
        if (retention != null) {
            terminal.say("");
            terminal.say("What becomes of it, rehearsed with the same mail in an archive where days may be named:");
            retention.show();
        }
        produce();
        next();
    }

    private void produce() {
        ProductionTour productions = new ProductionTour(terminal, options.folder());
        if (productions.isDue()) {
            terminal.say("");
            terminal.say("A parent asks for records, and a principal leaves:");
            productions.show();
        }
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
        terminal.sayWrapped("    ", hits.total() + " items. " + search.shows());
        hits.page().forEach(hit -> terminal.sayWrapped("    ", hit.item() + "  " + hit.snippet()));
    }

    private void next() {
        terminal.say("");
        terminal.say("Try next:");
        tip("search 'climber sent:2024-10-01..2024-10-31'", "the warnings before the accident");
        tip("item 78f83d2a", "one item, with its history");
        tip("search kind:voicemail", "what was said on the telephone, heard by a machine");
        tip("sources check", "where it all came from, and whether that is in order");
        tip("exceptions", "what could not be fully read, and why");
        tip("verify", "proves every object, row and ledger entry, and the index");
        terminal.say("  ./muniment search --help-query");
        terminal.say("      the query language on one page");
        terminal.say("  ./muniment ingest YOUR.mbox --custodian you@district.example --archive my-archive");
        terminal.say("      your own mail, in an archive of its own");
    }

    private void tip(String command, String what) {
        terminal.say("  ./muniment %s%s", command, options.again());
        terminal.say("      %s", what);
    }
}
