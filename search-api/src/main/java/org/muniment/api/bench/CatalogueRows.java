package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the catalogue of an embedded archive with rows made of one real item's: as many items, each collected once from one of
 * a hundred mailboxes over three years, a tenth of them due. They have no objects.
 */
final class CatalogueRows {
    private static final String NUMBERS =
            " with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) select ";

    /** Spread over the ids as digests are; unique by the number itself. */
    private static final String DIGEST = "printf('%08x%016x%040x', (i * 2654435761) & 4294967295, i, 0)";

    private static final String ID = "substr(" + DIGEST + ", 1, 24)";

    private static final long DAY = 86_400_000;

    private final Archive archive;
    private final Path scratch;
    private final JdbcTemplate sql;

    CatalogueRows(Archive archive, Path scratch) {
        this.archive = archive;
        this.scratch = scratch;
        this.sql = new JdbcTemplate(archive.catalogue().writer());
    }

    void fill(int rows) {
        String template = template();
        Instant now = archive.clock().instant();
        long first = archive.items().latestRevision();
        archive.catalogue().transactions().executeWithoutResult(status -> {
            copy("item", "id", template, rows, items(now, first));
            copy("collection", "item", template, rows, collections());
            copy("classification", "item", template, rows, classes(now));
            sql.update("update catalogue_revision set revision = revision + ?", rows);
        });
    }

    private static Map<String, String> items(Instant now, long first) {
        String received = now.toEpochMilli() - 3 * 365 * DAY + " + (i % 1095) * " + DAY;
        return Map.of(
                "id", ID,
                "digest", DIGEST,
                "duplicate_group", DIGEST,
                "thread", "substr(" + DIGEST + ", 1, 32)",
                "received", received,
                "sent", received,
                "revision", first + " + i");
    }

    private static Map<String, String> collections() {
        String custodian = "'clerk' || (i % 100) || '@district.example'";
        return Map.of("item", ID, "key", "randomblob(32)", "custodian", custodian);
    }

    private Map<String, String> classes(Instant now) {
        long today = archive.retention().day(now).toEpochDay();
        String eligible = today + " + case when i % 10 = 0 then - (i / 10) % 300 else 1 + i % 900 end";
        return Map.of("item", ID, "origin", today + " - 1000 + i % 900", "eligible", eligible);
    }

    /** The one real item, taken in as any other. */
    private String template() {
        try {
            Path mail = Files.createDirectories(scratch.resolve("template"));
            Files.writeString(
                    mail.resolve("1.eml"),
                    "From: clerk@district.example\nTo: clerk@district.example\nDate: Mon, 4 Mar 2024 09:30:00 -0800\n"
                            + "Received: by mail.district.example; Mon, 4 Mar 2024 09:30:00 -0800\n"
                            + "Subject: lunch\n\nAt noon\n");
            new Ingest(Rooms.of(archive))
                    .run(
                            new IngestRequest(
                                    mail,
                                    SourceType.AUTO,
                                    new IngestRequest.Custody.One(new Custodian("clerk@district.example"))),
                            Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write into " + scratch, e);
        }
        return archive.items().changesAfter(0, 1).getFirst().item().id().value();
    }

    private void copy(String table, String key, String template, int rows, Map<String, String> changed) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> names = sql.queryForList("select name from pragma_table_info('" + table + "')", String.class);
        names.forEach(name -> columns.put(name, changed.getOrDefault(name, "t." + name)));
        sql.update(
                "insert into " + table + " (" + String.join(", ", columns.keySet()) + ")" + String.format(NUMBERS, rows)
                        + String.join(", ", columns.values()) + " from n, " + table + " t where t." + key + " = ?",
                template);
    }
}
