package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment people list}. */
@Command(
        name = "list",
        description = "Lists the people of the directory by name.",
        footer = {"", "Example:", "  muniment people list --separated"})
final class PeopleListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--separated", description = "Only who left or is about to.")
    private boolean separated;

    PeopleListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<ShownPerson> people = archive.people().list().stream()
                    .map(ShownPerson::of)
                    .filter(one -> !separated || one.separated() != null)
                    .toList();
            options.answer(terminal, people, () -> print(people));
        }
        return ExitCode.DONE;
    }

    private void print(List<ShownPerson> people) {
        if (people.isEmpty()) {
            terminal.say(
                    "%s", separated ? "Nobody left" : "The directory is empty; fill it: muniment people import FILE");
        }
        people.forEach(one -> one.say(terminal));
    }
}
