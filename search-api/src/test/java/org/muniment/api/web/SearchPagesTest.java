package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.rest.Program;
import org.muniment.api.web.Visitor.Answer;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.ledger.Proof;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/** The pages of search, items and own mail, as people use them over HTTP. */
class SearchPagesTest {
    private static final String FOR = "for=retention";
    private static final Custodian OWN = new Custodian("principal.lincoln@district.example");

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Archive archive;

    @BeforeAll
    static void serve() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
        archive = Archive.decide(server.archive(), Console.CLOCK);
    }

    @AfterAll
    static void end() {
        archive.close();
        server.close();
    }

    private static Visitor as(String user) {
        return new Visitor(server).signIn(user);
    }

    private static String q(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<Look> looks() {
        return archive.access().looks().list(Looks.Asked.ALL, 0, 1_000);
    }

    private static long total(Document page) {
        Element total = page.selectFirst(".mu-found__total");
        return total == null ? -1 : Long.parseLong(total.text().replaceAll("[^0-9]", ""));
    }

    private static ItemId first(Custodian custodian) {
        return archive.items().of(custodian, null, 1).getFirst();
    }

    @Test
    void aSearchCountsExactlyAndItsFacetsAddUp() {
        try (Visitor clerk = as("clerk")) {
            Document page = clerk.get("/search?" + FOR + "&" + q("climber")).page();
            assertThat(total(page))
                    .isEqualTo(archive.index()
                            .count(new ItemQueryParser(archive.settings().zone()).parse("climber")));
            assertThat(page.select(".mu-found mark").eachText()).contains("climber");
            assertThat(page.select(".mu-facets section")).hasSizeGreaterThanOrEqualTo(4);
            for (Element group : page.select(".mu-facets section")) {
                for (Element link : group.select("li")) {
                    long told = Long.parseLong(
                            link.select(".mu-facets__count").text().replace(",", ""));
                    Element path = Objects.requireNonNull(link.selectFirst("a"));
                    assertThat(total(clerk.get(path.attr("href")).page()))
                            .as(link.text())
                            .isEqualTo(told);
                }
            }
        }
    }

    @Test
    void everyValueOfAFacetIsReachedAndFoundByItsWords() {
        try (Visitor clerk = as("clerk")) {
            Document few = clerk.get("/search?" + FOR + "&" + q("*")).page();
            Element more = Objects.requireNonNull(few.selectFirst(".mu-facets a[href*='all=series']"));
            Document whole = clerk.get(more.attr("href")).page();
            List<String> all = series(whole).eachText();
            assertThat(all).hasSize(12 + Integer.parseInt(more.text().replaceAll("[^0-9]", "")));
            assertThat(all).startsWith(series(few).eachText().toArray(new String[0]));
            Element last = Objects.requireNonNull(series(whole).last());
            String words = last.text();
            Document narrowed = clerk.get(more.attr("href") + "&among="
                            + words.toUpperCase(Locale.ROOT).replace(" ", "+"))
                    .page();
            assertThat(series(narrowed).eachText()).contains(words).hasSizeLessThan(all.size());
            assertThat(total(narrowed)).isEqualTo(total(few));
            assertThat(total(clerk.get(last.attr("href")).page())).isPositive();
            assertThat(last.attr("href")).doesNotContain("all=");
            assertThat(clerk.get(more.attr("href") + "&among=%3Cb%3Enone")
                            .page()
                            .select(".mu-facets")
                            .text())
                    .contains("None has these words");
        }
    }

    private static Elements series(Document page) {
        return page.select(".mu-facets section:has(h2:containsOwn(Series)) li a");
    }

    @Test
    void withoutAPurposeNothingOfOthersIsShown() {
        try (Visitor clerk = as("clerk")) {
            int before = looks().size();
            Answer answer = clerk.get("/search?" + q("climber"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".mu-found")).isEmpty();
            assertThat(clerk.get("/search?for=request:R99&" + q("climber")).status())
                    .isEqualTo(422);
            assertThat(clerk.get("/search?for=own&" + q("climber")).status()).isEqualTo(422);
            Answer item = clerk.get("/items/" + first(OWN));
            assertThat(item.page().select("h1").text()).isEqualTo("What is it for?");
            assertThat(item.text()).doesNotContain("SHA-256");
            assertThat(clerk.get("/items/" + first(OWN) + "/raw").status()).isEqualTo(404);
            assertThat(looks()).hasSize(before);
        }
    }

    @Test
    void everyLookIsRecordedBeforeTheItemIsShown() {
        try (Visitor legal = as("legal")) {
            ItemId item = first(OWN);
            int before = looks().size();
            Answer page = legal.get("/items/" + item + "?for=monitoring&by=Elena+Marsh,+Superintendent");
            assertThat(page.page().select("h2").eachText()).contains("Why this class", "Custody");
            assertThat(looks()).hasSize(before + 1);
            assertThat(looks().getFirst().toString())
                    .contains("legal", item.value(), "monitoring:Elena Marsh, Superintendent");
            legal.get("/search?" + FOR + "&" + q("climber"));
            assertThat(looks().getFirst().toString()).contains("climber");
        }
    }

    @Test
    void aMistakeIsShownWhereItIs() {
        try (Visitor clerk = as("clerk")) {
            Answer answer = clerk.get("/search?" + FOR + "&" + q("climber AND form:bob"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".mu-mistake mark").text()).startsWith("form");
            assertThat(answer.page().select("#q-error").text()).contains("from");
            assertThat(clerk.get("/search?" + FOR + "&" + q("climber") + "&after=nonsense")
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutRepeating() {
        try (Visitor clerk = as("clerk")) {
            Set<String> seen = new HashSet<>();
            String path = "/search?" + FOR + "&each=yes&" + q("*");
            long total = -1;
            while (!path.isEmpty()) {
                Document page = clerk.get(path).page();
                total = total(page);
                page.select(".mu-hit input")
                        .forEach(box -> assertThat(seen.add(box.val())).isTrue());
                path = page.select("a[rel=next]").attr("href");
            }
            assertThat(seen).hasSize((int) total);
        }
    }

    @Test
    void whatIsFoundIsExportedWithItsManifest() throws IOException {
        try (Visitor clerk = as("clerk")) {
            Answer answer = clerk.get("/search/export?format=zip&" + FOR + "&" + q("climber"));
            long found = total(clerk.get("/search?" + FOR + "&" + q("climber")).page());
            Set<String> names = new HashSet<>();
            String manifest = "";
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
                for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                    byte[] bytes = zip.readAllBytes();
                    if (one.getName().equals("manifest.csv")) {
                        manifest = new String(bytes, StandardCharsets.UTF_8);
                    } else {
                        names.add(one.getName());
                        String id = one.getName().replaceAll(".*_([0-9a-f]{24})\\.[a-z]+", "$1");
                        assertThat(Digest.of(bytes).hex()).startsWith(id);
                    }
                }
            }
            assertThat(names).hasSize((int) found);
            assertThat(manifest.lines()).hasSize((int) found + 1);
            assertThat(manifest).startsWith("\ufeffFile,Item,");
            assertThat(looks().stream().limit(found).map(Look::toString)).allMatch(look -> look.contains("clerk"));
        }
    }

    @Test
    void aKeptSearchComesBackForWhoeverMaySeeIt() {
        try (Visitor clerk = as("clerk");
                Visitor legal = as("legal")) {
            clerk.get("/search?" + FOR + "&" + q("climber"));
            Answer kept = clerk.post(
                    "/search/saved",
                    Map.of("name", "The climber", "q", "climber", "for", "retention", "shared", "yes"));
            assertThat(kept.page().select(".mu-said").text()).contains("The climber");
            Element link = Objects.requireNonNull(legal.get("/search").page().selectFirst(".mu-saved a"));
            assertThat(link.text()).isEqualTo("The climber");
            assertThat(legal.get(link.attr("href")).page().select("#q").val()).isEqualTo("climber");
            String number = link.attr("href").replaceAll(".*/saved/([0-9]+).*", "$1");
            assertThat(legal.post("/search/saved/" + number + "/forget", Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(clerk.post("/search/saved/" + number + "/forget", Map.of())
                            .page()
                            .select(".mu-said")
                            .text())
                    .contains("no more");
        }
    }

    @Test
    void staffSeeTheirOwnItemsAndNoSignOfOthers() {
        try (Visitor staff = as("staff")) {
            Document mine = staff.get("/mine?each=yes").page();
            assertThat(total(mine))
                    .isEqualTo(archive.items().of(OWN, null, 10_000).size());
            ItemId own = first(OWN);
            Document page = staff.get("/mine/items/" + own).page();
            assertThat(page.select("h2").eachText()).contains("Why this class").doesNotContain("Custody");
            assertThat(staff.get("/mine/items/" + own + "/raw").bytes()).hasSizeGreaterThan(100);
            Set<ItemId> owned = Set.copyOf(archive.items().of(OWN, null, 10_000));
            List<ItemId> foreign = archive.index().matching(new ItemQuery.All(), null, 10_000).stream()
                    .filter(item -> !owned.contains(item))
                    .limit(20)
                    .toList();
            String nothing = staff.get("/mine/items/" + "0".repeat(24)).text();
            for (ItemId item : foreign) {
                for (String part : List.of("", "/raw", "/body", "/files/1")) {
                    Answer answer = staff.get("/mine/items/" + item + part);
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(bare(answer.text())).isEqualTo(bare(nothing));
                }
                assertThat(total(staff.get("/mine?" + q("id:" + item)).page())).isZero();
            }
            assertThat(staff.get("/items/" + own + "?" + FOR).status()).isEqualTo(403);
        }
    }

    private static String bare(String page) {
        return page.replaceAll("(content|value)=\"[^\"]{20,}\"", "");
    }

    @Test
    void ownMailNamesNobodyElseWhoDeclaredOrConfirmedItAndNoMatter() {
        try (Visitor staff = as("staff");
                Visitor clerk = as("clerk")) {
            Program program = Program.of(server, "staff");
            List<ItemId> items = archive.items().of(OWN, null, 100).stream()
                    .skip(2)
                    .filter(item -> archive.retention()
                                    .classifications()
                                    .find(item)
                                    .orElseThrow()
                                    .recordClass()
                            != RecordClass.PERMANENT)
                    .toList();
            ItemId declared = items.getFirst();
            ItemId kept = items.getLast();
            staff.get("/mine/items/" + kept);
            String series = Objects.requireNonNull(
                            staff.get("/mine/items/" + kept).page().selectFirst(".mu-keep__choice button"))
                    .val();
            declare(declared, series);
            String waiting = staff.get("/mine/items/" + declared).page().text();
            assertThat(waiting).contains("The district declared it", "declared by the district, not confirmed yet");
            assertNobodyNamed(waiting);
            staff.post("/mine/items/" + kept + "/keep", Map.of("as", "1", "series", series));
            assertThat(staff.get("/mine/items/" + kept).page().text())
                    .contains("You declared it", "declared by you, not confirmed yet");
            clerk.get("/declarations");
            clerk.post("/declarations/confirm", Map.of("item", declared.value() + "\n" + kept.value()));
            for (ItemId item : List.of(declared, kept)) {
                Answer page = staff.get("/mine/items/" + item);
                assertThat(page.page().text()).contains("confirmed by the district");
                assertNobodyNamed(page.text());
                assertNobodyNamed(staff.get("/mine?" + q("id:" + item)).text());
                assertNobodyNamed(program.get("/api/v1/items/" + item).text());
            }
            assertThat(clerk.get("/items/" + declared + "?" + FOR).text())
                    .as("whoever sees all mail is told")
                    .contains("Paula Marsh, Supervisor", "Betty Lindqvist");
        }
    }

    private static void declare(ItemId item, String series) {
        try (Archive deciding = Archive.decide(server.archive(), Console.CLOCK)) {
            ItemDocument document = new ItemDocument(
                    new StoredItems(deciding.objects(), deciding.reader(), deciding.reading())
                            .read(deciding.items().find(item).orElseThrow()),
                    deciding.items().collections(item));
            Instant now = Console.CLOCK.instant();
            deciding.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> deciding.retention()
                            .declarations()
                            .declare(
                                    document,
                                    RecordClass.PERMANENT,
                                    new SeriesId(series),
                                    "needed for matter M77 and request R88",
                                    new Officer("Paula Marsh, Supervisor"),
                                    deciding.retention().day(now),
                                    now));
        }
    }

    private static void assertNobodyNamed(String page) {
        assertThat(page).doesNotContain("Paula Marsh", "Betty Lindqvist", "M77", "R88");
    }

    @Test
    void whatStaffKeepCountsAtOnceAndAClerkConfirmsIt() {
        try (Visitor staff = as("staff");
                Visitor clerk = as("clerk")) {
            ItemId item = archive.items().of(OWN, null, 2).getLast();
            Document page = staff.get("/mine/items/" + item).page();
            Element reason = Objects.requireNonNull(page.selectFirst(".mu-keep__choice button"));
            Answer kept = staff.post("/mine/items/" + item + "/keep", Map.of("as", "1", "series", reason.val()));
            assertThat(kept.page().select(".mu-said").text()).contains("Kept as Class 1");
            assertThat(archive.retention()
                            .classifications()
                            .find(item)
                            .orElseThrow()
                            .recordClass()
                            .number())
                    .isEqualTo(1);
            Document waiting = clerk.get("/declarations").page();
            assertThat(waiting.select("input[value=" + item + "]")).hasSize(1);
            assertThat(clerk.post("/declarations/confirm", Map.of("item", item.value()))
                            .page()
                            .select(".mu-said")
                            .text())
                    .contains("1 declaration is confirmed");
            assertThat(archive.retention().declarations().about(item).getLast().isConfirmed())
                    .isTrue();
            assertThat(staff.get("/declarations").status()).isEqualTo(403);
        }
    }

    @Test
    void aProofOfAnEntryIsCheckedWithThePublicKeyAlone() {
        try (Visitor clerk = as("clerk")) {
            ItemId item = first(OWN);
            Document page = clerk.get("/items/" + item + "?" + FOR).page();
            String path = page.select("a[aria-label^=Download the proof]").attr("href");
            Answer proof = clerk.get(path);
            assertThat(proof.header("Content-Disposition")).contains("tlog-proof");
            var read = Proof.parse(proof.text());
            var entry = archive.ledger().entriesFor(item.value()).getFirst();
            assertThat(read.verify(entry, archive.ledger().publicKey()))
                    .isInstanceOf(Proof.Verdict.class)
                    .extracting(verdict -> verdict.getClass().getSimpleName())
                    .isEqualTo("Proven");
            assertThat(clerk.get("/items/" + item + "/entries/0/proof?" + FOR).status())
                    .isEqualTo(404);
        }
    }
}
