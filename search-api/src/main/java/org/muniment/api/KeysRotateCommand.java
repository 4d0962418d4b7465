package org.muniment.api;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.store.MasterKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment keys rotate}: a new master key. */
@Command(
        name = "rotate",
        description = {
            "Makes a new master key and wraps the key of every object with it. The objects stay as they are.",
            "Old master keys stay in the file, since older backups need them, unless --forget-old. Restart the server "
                    + "afterwards. Interrupted, start it with --go-on."
        },
        footer = {"", "Example:", "  muniment keys rotate", "  muniment keys rotate --go-on --forget-old"})
final class KeysRotateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--go-on", description = "Makes no new key; wraps what is not yet wrapped with the one in use.")
    private boolean goOn;

    @Option(
            names = "--forget-old",
            description = "Takes the old master keys out of the file. Backups made before can't be read any more.")
    private boolean forgetOld;

    KeysRotateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Rotated(String current, long wrapped) {}

    @Override
    public Integer call() {
        Path file;
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            KeysListCommand.encryption(archive);
            file = Path.of(archive.settings().masterKey());
            if (!goOn) {
                MasterKeys.read(file).next().write(file);
            }
        }
        // Opened anew, with the keys as they are in the file now.
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            long wrapped = KeysListCommand.encryption(archive).rewrap();
            MasterKeys keys = MasterKeys.read(file);
            if (forgetOld) {
                keys.onlyCurrent().write(file);
            }
            Rotated rotated = new Rotated(keys.current(), wrapped);
            options.answer(terminal, rotated, () -> {
                terminal.say("Master key %s is in use; %d keys were wrapped with it", rotated.current(), wrapped);
                terminal.say("Keep a copy of %s elsewhere: without it no object can be read.", file);
            });
        }
        return ExitCode.DONE;
    }
}
