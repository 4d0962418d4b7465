package org.muniment.batch.ingest.sources;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muniment.archive.Catalogue;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.Source;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of sources whose latest collecting failed, also when it could not even begin. Runs its own transactions. Safe
 * for many threads.
 */
public final class Failures {
    private final Catalogue catalogue;
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    public Failures(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.writer = new JdbcTemplate(catalogue.writer());
        this.reader = new JdbcTemplate(catalogue.reader());
    }

    /**
     * A failure.
     *
     * @param at when
     * @param why in words
     */
    public record Failure(Instant at, String why) {}

    /**
     * The failure of a source's latest collecting; empty when it succeeded, was never collected, or when a run of the source
     * that began later was reconciled.
     */
    public Optional<Failure> find(String source) {
        return reader
                .query(
                        "select at, why from source_failure f where key = ? and not exists (select 1 from run r"
                                + " where substr(r.source, 1, 200) = substr(f.source, 1, 200) and r.source = f.source"
                                + " and r.state = 'RECONCILED' and r.started > f.at)",
                        (row, number) -> new Failure(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
                        key(source))
                .stream()
                .findFirst();
    }

    /**
     * A source that fails.
     *
     * @param source its name, as runs have it
     */
    public record Failing(String source, Failure failure) {}

    /** Every source whose latest collecting failed, by name. */
    public List<Failing> all() {
        return reader.queryForList("select source from source_failure order by source", String.class).stream()
                .flatMap(source -> find(source).map(failure -> new Failing(source, failure)).stream())
                .toList();
    }

    void record(Source source, Instant at, String why) {
        change(jdbc -> {
            jdbc.update("delete from source_failure where key = ?", key(source.name()));
            jdbc.update(
                    "insert into source_failure (key, source, at, why) values (?, ?, ?, ?)",
                    key(source.name()),
                    source.name(),
                    at.toEpochMilli(),
                    why);
        });
    }

    void clear(Source source) {
        change(jdbc -> jdbc.update("delete from source_failure where key = ?", key(source.name())));
    }

    void keepOnly(List<Source> sources) {
        Set<String> kept = sources.stream().map(source -> key(source.name())).collect(Collectors.toSet());
        List<String> gone = reader.queryForList("select key from source_failure", String.class).stream()
                .filter(key -> !kept.contains(key))
                .toList();
        change(jdbc -> gone.forEach(key -> jdbc.update("delete from source_failure where key = ?", key)));
    }

    private void change(Consumer<JdbcTemplate> change) {
        catalogue.transactions().executeWithoutResult(status -> change.accept(writer));
    }

    private static String key(String source) {
        return Digest.of(source.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
