package org.muniment.batch.ingest.sources;

import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code sources.yaml}.
 *
 * @param name as the file names it; unique in it
 * @param type the kind of source it names; empty when it names none
 * @param line where it begins, from 1
 * @param accounts what it stands for; none when something is wrong with it
 * @param problem what is wrong with it
 * @param warnings what does not keep it from being used, each with its line
 */
public record SourceEntry(
        String name,
        String type,
        int line,
        List<Account> accounts,
        Optional<SettingsProblem> problem,
        List<String> warnings) {
    public SourceEntry {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }
}
