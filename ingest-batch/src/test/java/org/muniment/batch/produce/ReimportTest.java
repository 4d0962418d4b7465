package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;

/** What a receiver reads from our load files is what we say of each document, field by field. */
class ReimportTest {
    /** What load files use as signs, what parts values, and what other scripts have. */
    private static final String[] WORDS = {
        "budget",
        "\u00fe",
        "\u00ae",
        "\u0014",
        "a;b",
        "\"quoted\"",
        "Ren\u00e9e",
        "\u674e\u660e",
        "\ud83d\ude00",
        "x,y",
        "  ",
        "\\",
        "\u0645\u062f\u0631\u0633\u0629",
        "=1+1",
        "end."
    };

    private static final String INTERNAL = "Not reviewed. For use within the district only.";

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void theSampleDistrictsCourtBundleHasNoDifferences() throws IOException {
        try (District district = District.create(folder)) {
            district.ingestSample();
            Produced produced = district.produce(district.internal(ProductionFormat.COURT, "court"));
            assertThat(new Reimport(district, produced, "", INTERNAL).differences())
                    .isEmpty();
        }
    }

    @Test
    void aChangedFieldIsADifference() throws IOException {
        try (District district = District.create(folder)) {
            district.plain(1, "The climber", "It is broken.");
            Produced produced = district.produce(district.internal(ProductionFormat.COURT, "court"));
            assertThat(new Reimport(district, produced, "", INTERNAL).differences())
                    .isEmpty();
            Path dat = new Package(produced.folder()).find(".dat");
            Files.writeString(dat, Files.readString(dat).replace("The climber", "The slide"));
            assertThat(new Reimport(district, produced, "", INTERNAL).differences())
                    .singleElement()
                    .asString()
                    .contains("SUBJECT: The climber was written, The slide read");
        }
    }

    @Test
    void mailOfRandomWordsHasNoDifferences() throws IOException {
        long seed = Long.getLong("muniment.seed", System.nanoTime());
        Random random = new Random(seed);
        try (District district = District.create(folder)) {
            for (int i = 0; i < 24; i++) {
                district.mail("random-" + i, mail(random, i));
            }
            for (ItemId item : district.all()) {
                switch (random.nextInt(3)) {
                    case 0 -> district.code(List.of(item), Decision.RESPONSIVE);
                    case 1 -> district.code(List.of(item), Decision.EXEMPT_IN_WHOLE, District.PUPIL);
                    default -> {
                        district.code(List.of(item), Decision.EXEMPT_IN_PART, District.PUPIL);
                        district.redactAll(item, new Part.Subject());
                    }
                }
            }
            Produced produced = district.produce(district.request(
                    ProductionFormat.COURT, District.SET, "court", new ProduceRequest.Consents(false, true)));
            assertThat(new Reimport(district, produced, "[" + District.PUPIL.section() + "]", "").differences())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    private static String mail(Random random, int number) {
        StringBuilder mail = new StringBuilder("From: " + encoded(random) + " <office@district.example>\n"
                + "To: " + encoded(random) + " <clerk@district.example>, b@district.example\n"
                + (random.nextBoolean() ? "Cc: " + encoded(random) + " <c@district.example>\n" : "")
                + "Date: Mon, 1 Sep 2025 12:00:" + (10 + number) + " -0700\nMessage-ID: <" + number
                + "@district.example>\nMIME-Version: 1.0\nSubject: number " + number + " " + encoded(random)
                + "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello " + number + "\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            mail.append("--b\nContent-Type: ")
                    .append(random.nextBoolean() ? "text/plain" : "application/octet-stream")
                    .append("\nContent-Disposition: attachment; filename=\"")
                    .append(encoded(random))
                    .append(random.nextBoolean() ? ".txt" : ".bin")
                    .append("\"\nContent-Transfer-Encoding: base64\n\n")
                    .append(District.base64("file " + number + " " + i + " " + random.nextInt()))
                    .append('\n');
        }
        return mail.append("--b--\n").toString();
    }

    private static String encoded(Random random) {
        StringBuilder words = new StringBuilder("w");
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextBoolean() ? " " : "");
        }
        return "=?utf-8?B?"
                + Base64.getEncoder()
                        .encodeToString(words.append("z").toString().getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
