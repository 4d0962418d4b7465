package org.muniment.api;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.PlanId;
import org.muniment.batch.expire.Certify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge board-list}: the paper for the governing board. */
@Command(
        name = "board-list",
        description = {
            "Writes the list of a proposed plan for the governing board's agenda.",
            "A PDF to read and sign: series, class, citation, school years, counts, what is kept and why, the certificate of no "
                    + "conflict, and the action that the board is asked for (Ed. Code 35253). Beside it the list item by "
                    + "item, as comma-separated values."
        },
        footer = {"", "Example:", "  muniment purge board-list P3 --out agenda-9.2.pdf    and agenda-9.2.csv"})
final class PurgeBoardListCommand implements Callable<Integer> {
    private static final String SUFFIX = ".pdf";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "PLAN", description = "The plan, such as P3.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write, ending in .pdf.")
    private Path out = Path.of("");

    PurgeBoardListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Written(String plan, String paper, String lines) {}

    private interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    @Override
    public Integer call() {
        String file = out.toString();
        if (!file.endsWith(SUFFIX)) {
            throw new WrongUsage("--out is a file that ends in .pdf, not " + file);
        }
        Path lines = Path.of(file.substring(0, file.length() - SUFFIX.length()) + ".csv");
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            PlanId plan = ShownPlan.find(archive, name).id();
            Certify papers = new Certify(archive);
            write(out, stream -> papers.boardPaper(plan, stream));
            write(lines, stream -> papers.boardLines(plan, stream));
            Written written = new Written(plan.value(), file, lines.toString());
            options.answer(
                    terminal,
                    written,
                    () -> terminal.say(
                            "For the board: %s%nItem by item: %s",
                            Terminal.plain(file), Terminal.plain(lines.toString())));
        }
        return ExitCode.DONE;
    }

    /** Nothing half-written stays: what is refused leaves no file. */
    private static void write(Path file, Writing writing) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
                writing.to(stream);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        } finally {
            remove(draft);
        }
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(draft + " could not be removed", e);
        }
    }
}
