package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.RegisteredItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment item}: shows one item, its history, or its exact bytes. */
@Command(
        name = "item",
        description = "Shows one item with where it was collected and its entries in the ledger, or its exact bytes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  muniment item 3f2a9c",
            "  muniment item 3f2a9c --raw | sha256sum     begins with the item's id"
        })
final class ItemCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "ID", description = "The item's id, or enough of its first digits.")
    private String id = "";

    @Option(names = "--raw", description = "Writes the bytes as collected, proved while they are read.")
    private boolean raw;

    ItemCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            RegisteredItem item = Found.item(archive, id);
            if (raw) {
                copy(archive, item);
            } else if (options.json()) {
                terminal.say("%s", Json.line(ShownItem.of(archive, item)));
            } else {
                ShownItem.of(archive, item).print(terminal, archive.settings().zone());
            }
        }
        return ExitCode.DONE;
    }

    private void copy(Archive archive, RegisteredItem item) {
        try (InputStream bytes = archive.objects().open(item.item().digest())) {
            bytes.transferTo(terminal.raw());
            terminal.raw().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the item's bytes", e);
        }
    }
}
