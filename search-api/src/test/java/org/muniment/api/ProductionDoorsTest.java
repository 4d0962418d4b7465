package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Built;
import org.muniment.archive.production.Disclosed;
import org.muniment.archive.production.Disclosure;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionOrder;
import org.muniment.archive.production.Productions;
import org.muniment.archive.production.bundle.PackageFacts;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.production.bundle.PackageSeal;
import org.muniment.archive.production.bundle.TimeStamps;
import org.muniment.archive.store.Digest;

/** How a production goes from built to given out, and how anyone checks it. */
class ProductionDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String LEE = "Ann Lee, Superintendent";
    private static final Instant NOON = Instant.parse("2026-10-30T19:00:00Z");

    @TempDir
    private Path folder;

    private Console console;
    private Path made;

    @BeforeEach
    void produce() throws IOException {
        Path archive = folder.resolve("archive");
        console = new Console(archive);
        try (Archive created = Archive.create(ArchiveSettings.embedded(archive), Console.CLOCK)) {
            made = produce(created, archive.resolve("productions").resolve("PR1"));
            change(created, productions -> productions.draft(order("A second one")));
        }
    }

    private static ProductionOrder order(String about) {
        return new ProductionOrder(about, ProductionFormat.PDF, "CUSD", "pool", new Officer(ORTIZ), NOON, null);
    }

    private static <T> T change(Archive archive, Function<Productions, T> change) {
        return Objects.requireNonNull(
                archive.catalogue().transactions().execute(status -> change.apply(archive.productions())));
    }

    private static Path produce(Archive archive, Path target) throws IOException {
        Production draft = change(archive, productions -> productions.draft(order("R1: the pool")));
        BatesNumber first = change(archive, productions -> productions.reserve(draft.id()));
        BatesRange range = new BatesRange(first, first.plus(2));
        PackageFolder made = PackageFolder.begin(target, ProductionFormat.PDF, PackageFolder.VOLUME);
        Files.writeString(made.file(PackagePath.of("PDF", "PR1.pdf")), "%PDF");
        PackageSeal seal = new PackageSeal(archive.ledger(), TimeStamps.NONE);
        PackageSeal.Closed closed = seal.close(
                made,
                new PackageFacts(
                        draft,
                        "A district",
                        archive.settings().zone(),
                        7,
                        new TreeMap<>(Map.of("responsive", 1L)),
                        1,
                        range,
                        List.of(),
                        new TreeMap<>(Map.of("muniment", "0.1.0"))));
        ItemId item = ItemId.of(Digest.of("item".getBytes(StandardCharsets.UTF_8)));
        Built built = new Built(
                range,
                1,
                closed.file(),
                closed.manifest(),
                List.of(),
                List.of(new Disclosed(item, Disclosure.WHOLE, null, range)),
                "");
        change(archive, productions -> productions.built(draft.id(), built, NOON));
        return seal.finish(made, draft.id());
    }

    @Test
    void aProductionIsListedAndShown() {
        assertThat(console.run("production", "list").out())
                .containsSubsequence(
                        "PR2", "draft", "no numbers yet", "A second one", "PR1", "built", "3 pages", "R1: the pool");
        Console.Said shown = console.run("production", "show", "pr1");
        assertThat(shown.code()).isEqualTo(ExitCode.DONE);
        assertThat(shown.out())
                .contains("PR1  (built)")
                .contains("CUSD-000000001 - CUSD-000000003")
                .contains("1 items, 1 documents, 3 pages")
                .contains("by " + ORTIZ + ", as pdf")
                .contains("not yet")
                .contains("whole");
        assertThat(console.run("production", "show", "PR1", "--json")
                        .json()
                        .at("/items/0/disclosure")
                        .asString())
                .isEqualTo("whole");
        assertThat(console.run("production", "show", "PR9").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run("production", "show", "7").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void anotherPersonChecksItAndThenItGoesOut() {
        Console.Said early = console.run("production", "release", "PR1", "--by", ORTIZ);
        assertThat(early.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(early.err()).contains("when a second person has checked it");
        Console.Said same = console.run("production", "check", "PR1", "--by", ORTIZ);
        assertThat(same.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(same.err()).contains("another person");
        Console.Said checked = console.run("production", "check", "PR1", "--by", LEE);
        assertThat(checked.code()).as(checked.err()).isEqualTo(ExitCode.DONE);
        assertThat(checked.out()).contains("by " + LEE).contains("Next: muniment production release PR1 --by NAME");
        Console.Said released = console.run("production", "release", "PR1", "--by", ORTIZ, "--json");
        assertThat(released.json().get("stage").asString()).isEqualTo("released");
        assertThat(released.json().get("releasedBy").asString()).isEqualTo(ORTIZ);
        assertThat(console.run("verify").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPackageThatIsNotWholeOrNotItsOwnIsNotChecked() throws IOException {
        Files.writeString(made.resolve("PDF/PR1.pdf"), "%PDF with more");
        Console.Said changed = console.run("production", "check", "PR1", "--by", LEE);
        assertThat(changed.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(changed.err()).contains("1 faults");
        assertThat(console.run("production", "check", "PR2", "--by", LEE).err()).contains("nothing to check");
        Console.Said nowhere = console.run(
                "production",
                "check",
                "PR1",
                "--by",
                LEE,
                "--dir",
                folder.resolve("none").toString());
        assertThat(nowhere.code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void whatIsAbandonedLeavesAGapThatIsListed() {
        assertThat(console.run("production", "gaps", "CUSD").out()).contains("No number of CUSD is missing");
        Console.Said given = console.run("production", "abandon", "PR1", "--by", LEE, "--reason", "wrong dates");
        assertThat(given.code()).as(given.err()).isEqualTo(ExitCode.DONE);
        assertThat(given.out()).contains("by " + LEE + ": wrong dates");
        assertThat(console.run("production", "gaps", "CUSD").out())
                .contains("CUSD-000000001 - CUSD-000000003  PR1: wrong dates");
    }

    @Test
    void anyoneVerifiesAPackageWithoutAnArchive() throws IOException {
        Console.Said whole = Console.bare("verify", made.toString());
        assertThat(whole.code()).as(whole.out() + whole.err()).isEqualTo(ExitCode.DONE);
        assertThat(whole.out())
                .contains("Production PR1 is whole: 4 files")
                .contains("3 pages, CUSD-000000001 - CUSD-000000003")
                .contains("Compare it with the one that the district publishes");
        Path key = folder.resolve("archive/ledger.pub");
        Console.Said keyed = Console.bare("verify", made.toString(), "--key", key.toString());
        assertThat(keyed.out()).contains("is whole").doesNotContain("the key in the folder");
        assertThat(console.run("verify", made.toString()).out()).doesNotContain("the key in the folder");
        Files.writeString(made.resolve("PDF/PR1.pdf"), "%PDF with more");
        Console.Said changed = Console.bare("verify", made.toString(), "--json");
        assertThat(changed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(changed.json().get("findings").findValuesAsString("file")).containsExactly("PDF/PR1.pdf");
        assertThat(Console.bare("verify", made.toString()).out()).contains("FAULT  PDF/PR1.pdf: It was changed");
    }

    @Test
    void whatDoesNotGoTogetherIsWrongUsage() {
        assertThat(Console.bare("verify", folder.toString()).err()).contains("is no production's folder");
        assertThat(console.run("verify", "--key", "x").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Console.bare("verify", made.toString(), "--sample", "3").code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Console.bare("verify", made.toString(), "--key", "none").err())
                .contains("can't be read");
    }
}
