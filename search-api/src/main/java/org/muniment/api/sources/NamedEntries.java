package org.muniment.api.sources;

import java.util.ArrayList;
import java.util.List;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which entries of {@code sources.yaml} a command is about: a mixin. */
final class NamedEntries {
    @Mixin
    private final SourcesOption sources = new SourcesOption();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "The entries, by the names the file gives them (default: all).")
    private List<String> names = new ArrayList<>();

    /** Whether some were named: otherwise it is about all. */
    boolean isPart() {
        return !names.isEmpty();
    }

    List<SourceEntry> read(ArchiveOptions options, Archive archive) throws SettingsProblem {
        SourcesFile file = sources.file(options, archive);
        if (!file.exists()) {
            throw new WrongUsage(
                    "There is no " + file.file() + ". Write one; an example is shown by: muniment sources --help");
        }
        List<SourceEntry> entries = file.read();
        for (String name : names) {
            if (entries.stream().noneMatch(entry -> entry.name().equals(name))) {
                throw new WrongUsage("No source is named '" + Terminal.plain(name) + "' in " + file.file());
            }
        }
        return entries.stream()
                .filter(entry -> names.isEmpty() || names.contains(entry.name()))
                .toList();
    }
}
