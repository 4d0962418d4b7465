package org.muniment.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.store.EncryptedObjectStore;
import org.muniment.archive.store.MasterKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment keys list}: which master key wraps how many objects' keys. */
@Command(
        name = "list",
        description = "Lists the master keys and how many objects each one opens.",
        footer = {"", "Example:", "  muniment keys list"})
final class KeysListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    KeysListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Listed(String name, boolean current, long objects) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Map<String, Long> counts = encryption(archive).counts();
            MasterKeys keys = MasterKeys.read(Path.of(archive.settings().masterKey()));
            List<Listed> all = keys.names().stream()
                    .map(name -> new Listed(name, name.equals(keys.current()), counts.getOrDefault(name, 0L)))
                    .toList();
            options.answer(
                    terminal,
                    all,
                    () -> all.forEach(one -> terminal.say(
                            "%s  %d objects%s", one.name(), one.objects(), one.current() ? "  (in use)" : "")));
        }
        return ExitCode.DONE;
    }

    /** @throws ArchiveRefused when its objects are not encrypted */
    static EncryptedObjectStore encryption(Archive archive) {
        return archive.encryption()
                .orElseThrow(() -> new ArchiveRefused("The objects of this archive are not encrypted."
                        + " To have them encrypted: muniment backup, then muniment restore-backup --encrypt FILE"));
    }
}
