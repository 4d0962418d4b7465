package org.muniment.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.InOrder;
import org.muniment.api.search.Mail;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Search;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.export.ExportFormat;
import org.muniment.batch.export.Exported;

/** What {@code muniment search --export} does: all that a search finds, in a file. */
record SearchExport(Terminal terminal, ArchiveOptions options, Archive archive) {
    private record Shown(String file, @Nullable String manifest, long items, long leftOut) {}

    int write(ItemQuery query, Search.Order order, Path file) {
        ExportFormat format = ExportFormat.named(file.toString())
                .orElseThrow(() -> new WrongUsage("--export writes a file that ends in .mbox, .zip or .csv"));
        Path manifest = format == ExportFormat.MBOX ? file.resolveSibling(file.getFileName() + ".manifest.csv") : null;
        Exported made = write(query, order, format, file, manifest);
        Shown shown =
                new Shown(file.toString(), manifest == null ? null : manifest.toString(), made.items(), made.leftOut());
        options.answer(terminal, shown, () -> print(shown));
        return made.leftOut() == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_REJECTED;
    }

    private Exported write(
            ItemQuery query, Search.Order order, ExportFormat format, Path file, @Nullable Path manifest) {
        Mail mail = Mail.all(archive);
        InOrder items = new InOrder(mail.search(), query, order);
        try (OutputStream out = create(file);
                OutputStream beside = manifest == null ? OutputStream.nullOutputStream() : create(manifest)) {
            return mail.export().write(items, format, out, beside);
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be written", e);
        }
    }

    private static OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private void print(Shown shown) {
        terminal.say("%s exported to %s", shown.items() == 1 ? "1 item" : shown.items() + " items", shown.file());
        if (shown.manifest() != null) {
            terminal.say("What is in it is listed in %s", shown.manifest());
        }
        if (shown.leftOut() > 0) {
            terminal.say("%d could not be exported; the manifest says why", shown.leftOut());
        }
    }
}
