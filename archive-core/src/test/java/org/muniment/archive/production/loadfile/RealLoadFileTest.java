package org.muniment.archive.production.loadfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A load file of a real production, by another program: read, written as ours, and read again without a difference. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealLoadFileTest {
    private static final DatDialect PIPES = new DatDialect('|', '\u00fe', '\u00ae', StandardCharsets.UTF_8);

    @Test
    void everyRowOfARealLoadFileComesBackAsItWas() throws IOException {
        Path file = Path.of(System.getenv("MUNIMENT_CORPORA"), "enron-edrm-loadfile", "load-no-text.csv");
        List<DocumentRow> rows = rows(file);
        assertThat(rows).hasSize(2477);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<DocumentRow> expected = new ArrayList<>();
        try (DatWriter dat = new DatWriter(out, DatDialect.CONCORDANCE)) {
            for (DocumentRow row : rows) {
                dat.write(row);
                Map<LoadField, String> values = new EnumMap<>(LoadField.class);
                row.values().forEach((field, value) -> values.put(field, dat.written(value)));
                expected.add(new DocumentRow(values));
            }
        }
        try (DatReader reader = new DatReader(new ByteArrayInputStream(out.toByteArray()), DatDialect.CONCORDANCE)) {
            assertThat(reader.documents()).isEqualTo(expected);
        }
    }

    private static List<DocumentRow> rows(Path file) throws IOException {
        List<DocumentRow> rows = new ArrayList<>();
        try (DatReader reader = new DatReader(Files.newInputStream(file), PIPES)) {
            int columns = reader.next().orElseThrow().size();
            for (Optional<List<String>> next = reader.next(); next.isPresent(); next = reader.next()) {
                List<String> fields = next.get();
                assertThat(fields.size()).isBetween(columns - 1, columns + 1);
                Map<LoadField, String> values = new EnumMap<>(LoadField.class);
                for (int at = 0; at < Math.min(fields.size(), LoadField.values().length); at++) {
                    values.put(LoadField.values()[at], fields.get(at));
                }
                rows.add(new DocumentRow(values));
            }
        }
        return rows;
    }
}
