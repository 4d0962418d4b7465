package org.muniment.api;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.batch.produce.Produce;
import org.muniment.batch.produce.ProduceRequest;
import org.muniment.batch.produce.ProduceRequest.Consents;
import org.muniment.batch.produce.Produced;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment produce}: a bundle for a requester, a court, an archives, or a supervisor. */
@Command(
        name = "produce",
        description = {
            "Makes a bundle: numbered pages, with what is redacted removed and what is withheld replaced by a page that says so.",
            "Every item must be decided (muniment code, muniment redact); a person's whole mailbox, for the supervisor of "
                    + "someone who left, is not reviewed and stays within the district. What is redacted is looked for again in "
                    + "the finished bundle, and none is made where it is found. A build that was interrupted repeats itself."
        },
        footer = {
            "",
            "Example:",
            "  muniment produce --request R1 --out bundle-R1 --by 'Maria Ortiz, Records'",
            "  muniment produce --query 'climber' --review 'Doe v. District' --format court \\",
            "    --out doe --by 'Ann Lee, Counsel'",
            "  muniment produce --custodian principal@district.example --out leaving \\",
            "    --by 'Maria Ortiz, Records'"
        })
final class ProduceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private ProducedScope scope;

    @Option(
            names = "--review",
            paramLabel = "NAME",
            description = "With --query: the request or matter whose decisions count.")
    private @Nullable String review;

    @Option(
            names = "--internal",
            description = "With --query: nobody reviewed it, all is shown, and it stays within the district.")
    private boolean internal;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to make (default: productions/PR1 in the archive's folder, and so on).")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "PDF",
            description = "pdf for people, court for load files, bag for an archives (default: pdf).")
    private ProductionFormat format = ProductionFormat.PDF;

    @Option(
            names = "--volume-size",
            paramLabel = "SIZE",
            defaultValue = "4GB",
            description = "A volume ends before it gets larger (default: 4GB).")
    private String volumeSize = "4GB";

    @Option(
            names = "--prefix",
            paramLabel = "LETTERS",
            description = "Of the page numbers (default: that of the latest production, else REC).")
    private @Nullable String prefix;

    @Option(
            names = "--agency",
            paramLabel = "NAME",
            defaultValue = "School District",
            description = "The district's name, on its letters.")
    private String agency = "";

    @Option(names = "--legend", paramLabel = "WORDS", description = "On each page, such as CONFIDENTIAL.")
    private String legend = "";

    @Option(names = "--replaces", paramLabel = "PRODUCTION", description = "The production that this one replaces.")
    private @Nullable String replaces;

    @Option(
            names = "--despite-earlier-release",
            description = "Counsel looked: an item that was released before may now show less (Gov. Code 7921.505).")
    private boolean earlier;

    @Option(
            names = "--shown-elsewhere-is-meant",
            description = "Somebody looked: words that are redacted at one place may be read at another.")
    private boolean shown;

    ProduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.decide(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(
                        terminal, "items", "Interrupted. Give the same command again: it makes the same bundle.")) {
            Produced produced = new Produce(archive, Muniment.version()).run(request(archive), progress::show);
            progress.clear();
            ShownProduced answer = ShownProduced.of(produced);
            options.answer(terminal, answer, () -> answer.print(terminal, options));
        }
        return ExitCode.DONE;
    }

    private ProduceRequest request(Archive archive) {
        try {
            return new ProduceRequest(
                    scope.scope(archive, review),
                    scope.review(review, internal),
                    format,
                    prefix == null ? BuiltPackage.prefix(archive) : prefix,
                    out,
                    ByteSize.parse(volumeSize),
                    agency,
                    legend,
                    by.officer(),
                    replaces == null ? null : new ProductionId(replaces),
                    new Consents(earlier, shown));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }
}
