package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.request.letter.LetterField;
import org.muniment.archive.request.letter.LetterTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment request templates}: the letters' templates, to be edited. */
@Command(
        name = "templates",
        description = {
            "Writes the templates of letters into the folder 'letters' of the archive, to be edited there; what is there stays.",
            "With --letterhead, writes the district's name and address, with which every letter begins."
        },
        footer = {
            "",
            "Example:",
            "  muniment request templates \\",
            "    --letterhead 'Alder Creek Unified|12 Main St|Alder Creek, CA 95900'"
        })
final class RequestTemplatesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--letterhead",
            paramLabel = "LINES",
            description = "The district's name and address, with a bar between lines.")
    private String letterhead = "";

    RequestTemplatesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Unpacked(String folder, List<String> written, List<Field> fields) {}

    private record Field(String name, String about) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LetterTemplates templates = archive.letters().templates();
            if (!letterhead.isBlank()) {
                templates.writeLetterhead(letterhead.replace('|', '\n'));
            }
            Unpacked unpacked = new Unpacked(
                    templates.folder().toString(),
                    templates.unpack().stream()
                            .map(file -> String.valueOf(file.getFileName()))
                            .toList(),
                    List.of(LetterField.values()).stream()
                            .map(field -> new Field(field.key(), field.about()))
                            .toList());
            options.answer(terminal, unpacked, () -> print(unpacked));
        }
        return ExitCode.DONE;
    }

    private void print(Unpacked unpacked) {
        terminal.say("Templates are in %s", unpacked.folder());
        unpacked.written().forEach(file -> terminal.say("  written: %s", file));
        terminal.say("A template may name:");
        unpacked.fields().forEach(field -> terminal.say("  %-18s %s", "{" + field.name() + "}", field.about()));
    }
}
