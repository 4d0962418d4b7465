package org.muniment.api.accounts;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.batch.ingest.warc.WarcExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment accounts export}: postings as a WARC file. */
@Command(
        name = "export",
        description = {
            "Writes postings into a WARC file that the tools of web archives read.",
            "It is a copy for looking at, no production: nothing is reviewed, redacted or numbered."
        },
        footer = {"", "Example:", "  muniment accounts export 'url:\"district.example/news\"' --to news.warc.gz"})
final class PostingsExportCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "Which postings (default: all).")
    private String query = "";

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "A new file, ending in .warc.gz.")
    private Path to = Path.of("");

    PostingsExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Written(String file, long records) {}

    @Override
    public Integer call() throws IOException {
        if (!to.toString().endsWith(".warc.gz")) {
            throw new WrongUsage("--to: the file's name ends in .warc.gz");
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock());
                WarcExport export = open(archive)) {
            all(archive, export);
            Written written = new Written(to.toString(), export.records());
            options.answer(
                    terminal,
                    written,
                    () -> terminal.say(
                            "%d %s written to %s",
                            written.records(), written.records() == 1 ? "posting" : "postings", written.file()));
        }
        return ExitCode.DONE;
    }

    private WarcExport open(Archive archive) throws IOException {
        try {
            return new WarcExport(to, archive.objects(), archive.clock().instant());
        } catch (FileAlreadyExistsException e) {
            throw new WrongUsage("--to: there is a file " + to + " already");
        }
    }

    private void all(Archive archive, WarcExport export) throws IOException {
        String words = query.isBlank() ? "kind:posting" : "kind:posting AND (" + query + ")";
        ItemQuery asked = new ItemQueryParser(archive.settings().zone()).parse(words);
        Optional<String> after = Optional.empty();
        do {
            Hits hits = archive.index().search(new Search(asked, PAGE, after, Search.Order.OLDEST_FIRST));
            for (RegisteredItem row : archive.items()
                    .find(hits.page().stream().map(Hits.Hit::item).toList())) {
                export.add(row.item());
            }
            after = hits.next();
        } while (after.isPresent());
    }
}
