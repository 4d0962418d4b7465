package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;
import org.muniment.batch.TestItem;
import org.muniment.batch.ingest.IngestRequest;

/** What a crawler captured, through a whole production: where it stood, when it was taken, its words and its pictures. */
class PageVersionsTest {
    private static final String NEWS = "https://www.district.example/news";
    private static final String POSTER = "https://www.district.example/img/poster.png";
    private static final Instant BEFORE = Instant.parse("2025-03-04T17:05:00Z");
    private static final Instant AFTER = Instant.parse("2025-03-11T16:05:00Z");
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path folder;

    private District district() throws IOException {
        District district = District.create(folder);
        Path crawl = folder.resolve("crawl.warc");
        try (var out = Files.newOutputStream(crawl)) {
            out.write(page(BEFORE, "News", "The field opens in May."));
            out.write(page(AFTER, "News again", "The field opens in June, says Milo Ashfeld."));
            out.write(TestItem.record(POSTER, BEFORE, "image/png", PIXEL));
        }
        district.ingest(crawl, new IngestRequest.Custody.One(new Custodian("www.district.example")));
        return district;
    }

    private static byte[] page(Instant captured, String title, String words) {
        String html = "<html><head><title>" + title + "</title><style>p { color: red }</style></head><body><p>" + words
                + "</p><script>hidden()</script><a href='/calendar'>Calendar</a></body></html>";
        return TestItem.record(NEWS, captured, "text/html", html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aPageTellsWhereItStoodAndWhenItWasTakenAndAPictureIsShown() throws IOException {
        try (District district = district()) {
            Produced produced = district.produce(district.internal(ProductionFormat.COURT, "out"));
            Package made = new Package(produced.folder());
            assertThat(made.allText())
                    .contains(
                            "Web posting",
                            NEWS,
                            "Captured",
                            "Tuesday, March 4, 2025, 9:05 AM PST",
                            "The field opens in May",
                            "March 11, 2025",
                            "in June")
                    .contains("https://www.district.example/calendar")
                    .doesNotContain("hidden()", "color: red");
            List<DocumentRow> rows = made.dat();
            assertThat(rows)
                    .extracting(row -> row.get(LoadField.WEBADDRESS))
                    .containsExactlyInAnyOrder(NEWS, NEWS, POSTER, "");
            assertThat(rows)
                    .filteredOn(row -> !row.get(LoadField.WEBADDRESS).isEmpty())
                    .allSatisfy(row -> {
                        assertThat(row.get(LoadField.RECORDTYPE)).isEqualTo("WebPost");
                        assertThat(row.get(LoadField.FILEEXT)).isEqualTo("warc");
                        assertThat(row.get(LoadField.DATERECEIVED)).startsWith("03/");
                    });
            assertThat(rows)
                    .filteredOn(row -> row.get(LoadField.FILENAME).equals("poster.png"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(LoadField.NATIVELINK)).isEmpty());
            assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
        }
    }

    @Test
    void aPostTellsOnceWhenItWasPosted() throws IOException {
        try (District district = District.create(folder)) {
            district.message(TestItem.POSTING, 7, "Snow day", "School is closed.");
            Package made = new Package(district.produce(district.internal(ProductionFormat.PDF, "out"))
                    .folder());
            assertThat(made.allText())
                    .contains(
                            "https://social.example/district/7", "@district", "Posted", "Captured", "School is closed.")
                    .doesNotContain("Received", "Sent");
        }
    }

    @Test
    void ofARedactedPageNothingTellsWhatIsHidden() throws IOException {
        try (District district = district()) {
            district.code(district.all(), Decision.RESPONSIVE);
            var page = district.item("News again");
            district.code(List.of(page), Decision.EXEMPT_IN_PART, District.PUPIL);
            district.redact(page, new Part.Body(), "Milo Ashfeld");
            Produced produced = district.produce(district.reviewed(ProductionFormat.COURT, "out"));
            Package made = new Package(produced.folder());
            assertThat(made.allText()).contains("The field opens in June, says").doesNotContain("Milo", "Ashfeld");
            assertThat(made.dat())
                    .filteredOn(row -> row.get(LoadField.REDACTED).equals("Y"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(LoadField.WEBADDRESS)).isEmpty());
            assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
        }
    }
}
