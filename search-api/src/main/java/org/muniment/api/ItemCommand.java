package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment item}: shows one item, its history, or its exact bytes. */
@Command(
        name = "item",
        description = {
            "Shows one item, or its exact bytes.",
            "With where and when it was collected, and its entries in the ledger."
        },
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
        if (raw && options.json()) {
            throw new WrongUsage("--raw gives bytes and --json gives JSON: choose one");
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            RegisteredItem item = Found.item(archive, id);
            if (raw) {
                copy(archive, item);
                return ExitCode.DONE;
            }
            ShownItem shown = ShownItem.of(archive, item, text(archive, item));
            options.answer(
                    terminal,
                    shown,
                    () -> new ItemPage(terminal, archive.settings().zone()).print(shown));
        }
        return ExitCode.DONE;
    }

    /** The item is shown all the same when its object is lost: the catalogue still knows much of it. */
    private ItemText text(Archive archive, RegisteredItem item) {
        try {
            return ItemWords.of(archive, item);
        } catch (ObjectMissing | ObjectCorrupt damage) {
            terminal.complain("muniment: " + Reason.of(damage));
            return ItemText.NONE;
        }
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
