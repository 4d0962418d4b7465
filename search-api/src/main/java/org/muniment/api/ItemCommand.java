package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

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
final class ItemCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final PurposeOption purpose = new PurposeOption();

    @Parameters(paramLabel = "ID", description = "The item's id, or enough of its first digits.")
    private String id = "";

    @Option(names = "--raw", description = "Writes the bytes as collected, proved while they are read.")
    private boolean raw;

    ItemCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put("for", purpose.text());
        String path = "/items/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        if (raw) {
            try (InputStream bytes = server.body(path + "/bytes", asked)) {
                bytes.transferTo(terminal.raw());
                terminal.raw().flush();
                return ExitCode.DONE;
            } catch (IOException e) {
                throw new UncheckedIOException("Can't write the item's bytes", e);
            }
        }
        JsonNode item = server.get(path, asked);
        options.answer(terminal, item, () -> {
            if (item.has("ledger")) {
                new ItemPage(terminal, server.zone()).print(Json.read(item, ShownItem.class));
            } else {
                printOwn(item);
            }
        });
        return ExitCode.DONE;
    }

    /** Of one's own there is less to tell. */
    private void printOwn(JsonNode item) {
        for (String name :
                List.of("id", "received", "sent", "subject", "from", "to", "cc", "attachments", "mailboxes")) {
            JsonNode value = item.path(name);
            String text = value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                    : value.asString("");
            if (!text.isEmpty()) {
                terminal.say("%-12s %s", name, Terminal.plain(text));
            }
        }
        if (item.path("held").asBoolean()) {
            terminal.say("It must be kept for a hold.");
        }
        terminal.say("");
        terminal.say("%s", item.path("text").asString(""));
    }

    @Override
    public Integer call() {
        purpose.refuse();
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
