package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.production.loadfile.Log;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;

/** A word that is hidden in one message and stands, as it may, in another's file name or in a table's head, is no leak. */
class HiddenElsewhereTest {
    private static final String FILE = "adopted-budget.pdf";

    @TempDir
    Path folder;

    /** A message with a PDF file, of which the pages are set with the file's name as their alternate text. */
    private static String withFile() {
        return "From: Office <office@district.example>\nTo: clerk@district.example\n"
                + "Date: Mon, 8 Sep 2025 12:00:00 -0700\nSubject: Files\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nSee the file.\n--b\nContent-Type: application/pdf; name=\"" + FILE + "\"\n"
                + "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
                + District.base64(PlainPdf.of("What the district spends")) + "\n--b--\n";
    }

    private static void hide(District district, List<String> words) {
        district.plain(1, "Memorandum", String.join(" / ", words));
        district.mail("file", withFile());
        district.code(district.all(), Decision.RESPONSIVE);
        ItemId memorandum = district.item("Memorandum");
        words.forEach(word -> district.redact(memorandum, new Part.Body(), word));
    }

    @ParameterizedTest
    @EnumSource(ProductionFormat.class)
    void inAFilesNameAndInTheHeadsOfTables(ProductionFormat format) {
        List<String> words = List.copyOf(new TreeSet<>(Stream.concat(
                        Stream.of("adopted"),
                        Stream.concat(
                                        Stream.of(Log.values()).flatMap(log -> log.columns().stream()),
                                        Stream.of(LoadField.values()).map(LoadField::name))
                                .flatMap(column -> Stream.of(column.split(" "))))
                .filter(word -> word.length() > 3)
                .toList()));
        try (District district = District.create(folder)) {
            hide(district, words);
            Produced produced = district.produce(
                    district.request(format, District.SET, "out", new ProduceRequest.Consents(false, true)));
            assertThat(produced.redacted()).isEqualTo(1);
        }
    }

    @Test
    void butItIsToldAndStopsUntilItIsMeant() {
        try (District district = District.create(folder)) {
            hide(district, List.of("adopted"));
            assertThatThrownBy(() -> district.produce(district.reviewed(ProductionFormat.PDF, "out")))
                    .isInstanceOf(BuildStopped.class)
                    .hasMessageContaining("to be read at another")
                    .hasMessageContaining("PDF/PR1-001.pdf, object");
        }
    }
}
