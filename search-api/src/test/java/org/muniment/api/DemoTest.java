package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.User;
import tools.jackson.databind.JsonNode;

/** The doors on the sample district, taken in once. */
class DemoTest {
    private static final int LOOKED_AT = 40;

    @TempDir
    private static Path folder;

    private static Console console;
    private static Console.Said demo;

    @BeforeAll
    static void takeIn() {
        console = new Console(folder.resolve("archive"));
        demo = console.run("demo", "--no-serve", "--json");
    }

    @Test
    void theTalliesAreThoseOfTheSampleDistrict() {
        assertThat(demo.code()).isZero();
        JsonNode sources = demo.json().get("sources");
        assertThat(sources.valueStream().map(one -> one.get("source").asString()))
                .containsExactly("mailboxes", "telephone-system", "web-site", "calendar");
        assertThat(sources.get(1).get("run").get("stored").asLong()).isEqualTo(8);
        assertThat(demo.json().get("kinds").get("email").asLong()).isEqualTo(312);
        assertThat(demo.json().get("kinds").get("voicemail").asLong()).isEqualTo(8);
        assertThat(demo.json().get("kinds").get("posting").asLong()).isEqualTo(8);
        assertThat(demo.json().get("kinds").get("calendar").asLong()).isEqualTo(1);
        assertThat(demo.json().get("kinds").get("contact").asLong()).isEqualTo(1);
        JsonNode ingest = sources.get(0).get("run");
        assertThat(List.of(
                        ingest.get("read").asLong(),
                        ingest.get("stored").asLong(),
                        ingest.get("duplicates").asLong(),
                        ingest.get("unreadable").asLong(),
                        ingest.get("rejected").asLong()))
                .containsExactly(369L, 310L, 57L, 2L, 0L);
        assertThat(ingest.propertyNames())
                .containsExactlyInAnyOrder(
                        "run",
                        "read",
                        "stored",
                        "duplicates",
                        "unreadable",
                        "rejected",
                        "bytes",
                        "seconds",
                        "classified",
                        "rejections");
        assertThat(demo.json().get("classified").asLong()).isEqualTo(330);
        JsonNode classes = ingest.get("classified");
        assertThat(classes.get("class1").asLong()
                        + classes.get("class2").asLong()
                        + classes.get("class3").asLong())
                .isEqualTo(312);
        assertThat(demo.json().get("items").asLong()).isEqualTo(330);
    }

    @Test
    void theRehearsalKeepsWhatIsHeldAndItsCertificateHolds() {
        JsonNode rehearsal = demo.json().get("rehearsal");
        assertThat(rehearsal.valueStream().map(step -> step.get("command").asString()))
                .hasSize(11)
                .anyMatch(command -> command.startsWith("hold place"))
                .anyMatch(command -> command.startsWith("purge verify"));
        assertThat(rehearsal.get(2).get("answer").toString()).contains("litigation");
        assertThat(folder.resolve("archive/rehearsal/certificate/certificate-P1/certificate.pdf"))
                .isNotEmptyFile();
    }

    @Test
    void theDemoAgainStoresNothingAndShowsTheTour() {
        Console.Said again = console.run("demo", "--no-serve");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("Stored             0", "27 items.", "Try next:", "search 'climber", "search --help-query");
    }

    @Test
    void twoRecordsOfficersCanSignInSoThatOneAdoptsWhatTheOtherProposes() {
        new SampleUsers(console.archive(), Console.CLOCK).renew();
        try (Archive archive = Archive.read(console.archive(), Console.CLOCK)) {
            assertThat(archive.access().users().list().stream()
                            .filter(User::isActive)
                            .filter(user -> user.roles().contains(Role.RECORDS_OFFICER))
                            .map(user -> user.officer().name()))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    static Stream<SampleDistrict.ShownSearch> searches() {
        return SampleDistrict.searches().stream();
    }

    @ParameterizedTest
    @MethodSource("searches")
    void everySearchOfTheTourFindsExactlyItsCount(SampleDistrict.ShownSearch search) {
        assertThat(total(search.query(), "--limit", "1")).isEqualTo(search.items());
        assertThat(total(search.query(), "--limit", "0")).isEqualTo(search.items());
        assertThat(total(search.query(), "--limit", "10000")).isEqualTo(search.items());
    }

    @Test
    void theLanguageMeansWhatLawyersMean() {
        assertThat(total("NOT climber")).isEqualTo(330 - total("climber"));
        assertThat(total("budget w/5 cuts"))
                .isGreaterThanOrEqualTo(total("budget pre/5 cuts"))
                .isPositive();
        assertThat(total("from:cbo@district.example")).isPositive();
        assertThat(total("sent:2025-02-12")).isPositive();
        assertThat(total("sent:2025-02-12..2025-02-13")).isEqualTo(total("sent:2025-02-12") + total("sent:2025-02-13"));
        assertThat(total("sent:..2025-02-12") + total("sent:2025-02-13..")).isEqualTo(total("sent:*"));
    }

    @Test
    void pagingWalksEverythingOnceInBothOrders() {
        List<String> newest = walk("*");
        List<String> oldest = walk("*", "--oldest-first");
        assertThat(newest).hasSize(330).doesNotHaveDuplicates();
        assertThat(oldest).hasSize(330).doesNotHaveDuplicates().isNotEqualTo(newest);
    }

    private List<String> walk(String query, String... more) {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            List<String> arguments = new ArrayList<>(List.of("search", query, "--limit", "50", "--json"));
            arguments.addAll(List.of(more));
            if (next != null) {
                arguments.addAll(List.of("--after", next));
            }
            JsonNode page = console.run(arguments.toArray(String[]::new)).json();
            assertThat(page.get("total").asLong()).isEqualTo(330);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        return ids;
    }

    @Test
    void aHitHasTheShapeThatProgramsRelyOn() {
        JsonNode found =
                console.run("search", "climber", "--json", "--limit", "1").json();
        assertThat(found.propertyNames()).containsExactlyInAnyOrder("total", "items", "next");
        JsonNode item = found.get("items").get(0);
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "kind", "sent", "received", "from", "to", "subject", "custodians", "snippet");
        assertThat(item.get("id").asString()).matches("[0-9a-f]{24}");
        assertThat(item.get("kind").asString()).isEqualTo("email");
        assertThat(item.get("sent").asString()).matches("2026-\\d\\d-\\d\\dT.*Z");
        assertThat(item.get("to").isArray()).isTrue();
        assertThat(item.get("custodians").get(0).asString()).endsWith("@district.example");
        assertThat(item.get("snippet").asString()).contains("[[climber]]");
    }

    @Test
    void hitsAreShownWithWhoWhenAndWhereAndHowToGoOn() {
        String shown = console.run("search", "climber", "--limit", "1").out();
        assertThat(shown)
                .startsWith("27 items\n")
                .contains("from Betty Lindqvist", "in the mailbox of ", "[[climber]]", "--after ");
        assertThat(shown.lines()).allMatch(line -> line.length() <= 120);
        assertThat(console.run("search", "zyzzyva").out()).startsWith("0 items").contains("muniment exceptions");
    }

    @Test
    void anUnknownFieldIsNamedWithItsPosition() {
        Console.Said said = console.run("search", "budget sbuject:x");
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("There is no field sbuject:", "did you mean subject:", "at character 8")
                .contains("    budget sbuject:x\n           ^^^^^^^^\n");
    }

    @Test
    void aProgramGetsTheMistakeAsJson() {
        Console.Said said = console.run("search", "budget sbuject:x", "--json");
        assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
        JsonNode error = said.json().get("error");
        assertThat(error.get("message").asString()).contains("sbuject");
        assertThat(error.get("position").asInt()).isEqualTo(7);
        assertThat(error.get("length").asInt()).isEqualTo(8);
        assertThat(error.get("exit").asInt()).isEqualTo(2);
        assertThat(Console.bare("status", "--json", "x")
                        .json()
                        .get("error")
                        .get("exit")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void wrongPagesAndLimitsAreRefused() {
        assertThat(console.run("search", "budget", "--after", "zzz").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run("search", "budget", "--limit", "-1").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run("search", "budget", "--limit", "ten").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run("exceptions", "--limit", "0").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run("search").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void termsAndExplanationsAreGivenInWordsAndInJson() {
        assertThat(console.run("search", "climber OR boletin", "--terms").out()).contains("climber", "boletin");
        JsonNode rows =
                console.run("search", "climber OR boletin", "--terms", "--json").json();
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.get(0).propertyNames()).containsExactlyInAnyOrder("term", "documents", "unique", "families");
        String id = first("climber");
        assertThat(console.run("search", "climber", "--explain", id).out()).startsWith("Matches:");
        assertThat(console.run("search", "zyzzyva", "--explain", id).out()).startsWith("Does not match:");
    }

    @Test
    void anItemIsFoundByTheStartOfItsId() {
        String id = first("subject:\"public records act\" sent:2026-03-02");
        Console.Said page = console.run("item", id.substring(0, 10));
        assertThat(page.code()).isZero();
        assertThat(page.out()).contains(id, "SHA-256", "Collected", "Ledger        entry ");
        JsonNode item = console.run("item", id, "--json").json();
        assertThat(item.get("digest").asString()).startsWith(id);
        assertThat(item.get("text").asString()).isNotBlank();
        assertThat(item.get("collections").size()).isPositive();
        assertThat(item.get("ledger").size()).isPositive();
    }

    @Test
    void aVoicemailTellsWhoCalledAndWhoWroteItsWords() {
        Console.Said machine = console.run("item", first("kind:voicemail from:\"valley ledger\""));
        assertThat(machine.out())
                .contains(
                        "(voicemail, ",
                        "Voicemail from Valley Ledger Newsroom (559) 555-0188",
                        "superintendent@district.example",
                        "15.8 seconds",
                        "by a machine, confidence 0.91; the recording counts",
                        "I file at six.");
        Console.Said person = console.run("item", first("kind:voicemail custodian:records.clerk@district.example"));
        assertThat(person.out()).contains("written or corrected by a person");
        assertThat(console.run("sources", "check").out()).contains("4 of 4 in order.");
    }

    @Test
    void anUnclearIdIsAnswered() {
        Console.Said malformed = console.run("item", "xyz");
        assertThat(malformed.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(malformed.err()).contains("'xyz' is no item's id");
        assertThat(console.run("item", "ffffffffffffffff").code()).isEqualTo(ExitCode.REFUSED);
        Console.Said several = console.run("item", "7");
        assertThat(several.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(several.err()).contains("Several items begin with 7");
        assertThat(console.run("item", "7", "--raw", "--json").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void theExactBytesOfMessageFilesComeBack() throws IOException {
        long seed = System.nanoTime();
        System.out.println("DemoTest seed " + seed);
        List<Path> some = new ArrayList<>(messageFiles());
        assertThat(some).hasSizeGreaterThan(250);
        Collections.shuffle(some, new Random(seed));
        Set<String> checked = new HashSet<>();
        for (Path file : some.subList(0, LOOKED_AT)) {
            byte[] source = Files.readAllBytes(file);
            if (checked.add(sha256(source))) {
                Console.Said raw = console.run("item", sha256(source), "--raw");
                assertThat(raw.code()).as(file.toString()).isZero();
                assertThat(raw.bytes()).as(file.toString()).isEqualTo(source);
            }
        }
        assertThat(checked).hasSizeGreaterThan(LOOKED_AT / 2);
    }

    private static List<Path> messageFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("archive/sample-district/mailboxes"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".mbox"))
                    .toList();
        }
    }

    @Test
    void theExceptionsAreThoseMadeHardToReadOnPurpose() {
        JsonNode page = console.run("exceptions", "--json").json();
        assertThat(page.get("total").asLong()).isEqualTo(4);
        List<String> how = new ArrayList<>();
        page.get("items").forEach(item -> how.add(item.get("indexed").asString()));
        assertThat(how).containsExactlyInAnyOrder("partly", "partly", "not", "not");
        assertThat(console.run("exceptions").out())
                .startsWith("4 items could not be fully read")
                .contains("not read", "read partly", "password-protected", "encrypted");
        JsonNode paged = console.run("exceptions", "--json", "--limit", "3").json();
        JsonNode rest = console.run(
                        "exceptions", "--json", "--after", paged.get("next").asString())
                .json();
        assertThat(rest.get("items").size()).isEqualTo(1);
    }

    @Test
    void theStatusAddsUp() {
        JsonNode status = console.run("status", "--json").json();
        assertThat(status.get("items").asLong()).isEqualTo(330);
        assertThat(status.get("collections").asLong()).isEqualTo(387);
        assertThat(status.get("exceptions").asLong()).isEqualTo(4);
        JsonNode classes = status.get("classes");
        assertThat(classes.get("class1").asLong()
                        + classes.get("class2").asLong()
                        + classes.get("class3").asLong())
                .isEqualTo(330);
        assertThat(classes.get("unclassified").asLong()).isZero();
        assertThat(classes.get("upToDate").asBoolean()).isTrue();
        assertThat(classes.get("adopted").asBoolean()).isFalse();
        assertThat(status.get("index").get("items").asLong()).isEqualTo(330);
        assertThat(status.get("index").get("lag").asLong()).isZero();
        assertThat(status.get("diskBytes").asLong())
                .isGreaterThan(status.get("bytes").asLong());
        assertThat(status.get("custodians").size()).isEqualTo(27);
        String page = console.run("status").out();
        assertThat(page)
                .contains("not WORM", "up to date", "superintendent@district.example", "complete")
                .doesNotContain("revision");
    }

    @Test
    void theSampleIsProvedInWholeAndInPart() {
        Console.Said part = console.run("verify", "--sample", "20");
        assertThat(part.out()).contains("No fault found.");
        assertThat(part.code()).isZero();
        assertThat(console.run("verify", "--sample", "0").code()).isEqualTo(ExitCode.WRONG_USAGE);
        Console.Said none =
                console.run("verify", "--checkpoint", folder.resolve("none").toString());
        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private long total(String query, String... more) {
        List<String> arguments = new ArrayList<>(List.of("search", query, "--json"));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new)).json().get("total").asLong();
    }

    private String first(String query) {
        return console.run("search", query, "--json", "--limit", "1")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
