package org.muniment.batch.ingest.archive;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muniment.archive.item.text.Characters;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.eml.EmlFile;

/**
 * The table in which Google Vault says what it could not export ({@code error.csv}, {@code NAME-account-exceptions.csv},
 * {@code NAME-failed-group-membership-lookups.csv}):
 * each row is something that the export lacks, so it is counted and named; the table itself is kept as an item.
 */
public final class ExportErrors {
    private static final long LARGEST = 64L << 20;
    private static final int SHOWN = 300;

    private ExportErrors() {}

    /** By its name, as Vault gives it. */
    public static boolean is(FileEntry file) {
        return file.name()
                .toLowerCase(Locale.ROOT)
                .matches("error\\.csv|.+-(account-exceptions|failed-group-membership-lookups)\\.csv");
    }

    /**
     * Hands over a rejection for each row, and then the table.
     *
     * @param from the row that was dealt with before; 0 for none
     */
    public static void read(FileEntry file, long from, ItemSource.Sink sink) throws InterruptedException {
        if (from == Position.DONE) {
            return;
        }
        List<String> rows = rows(file);
        for (int row = (int) from; row < rows.size(); row++) {
            sink.accept(new Rejected(
                    file.path() + "#" + (row + 1),
                    "the export says that this could not be exported: " + rows.get(row),
                    new Position(file.key(), row + 1)));
        }
        sink.accept(EmlFile.read(file));
    }

    /** Each row in words; none when it can't be read as a table. */
    private static List<String> rows(FileEntry file) {
        try {
            if (Files.size(file.file()) > LARGEST) {
                return List.of();
            }
            String csv = Files.readString(file.file(), StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
            List<String> rows = new ArrayList<>();
            try (CSVParser parser =
                    CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(csv))) {
                List<String> header = List.of();
                for (CSVRecord row : parser) {
                    if (header.isEmpty()) {
                        header = row.toList();
                    } else {
                        rows.add(words(header, row));
                    }
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException noTable) {
            return List.of();
        }
    }

    private static String words(List<String> header, CSVRecord row) {
        String all = IntStream.range(0, row.size())
                .filter(i -> !row.get(i).isBlank())
                .mapToObj(i -> (i < header.size() ? header.get(i).strip() + " " : "")
                        + row.get(i).strip())
                .collect(Collectors.joining("; "));
        return Characters.cut(Characters.clean(all), SHOWN);
    }
}
