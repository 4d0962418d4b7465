package org.muniment.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.SampleDistrict;

class ServeBenchTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("slow")
    void peopleOfAllRolesLookAtPagesWhileMailIsTakenInAndTheirWaitsAreTold() throws Exception {
        Path sample = folder.resolve("sample");
        SampleDistrict.unpack(sample);
        Path archive = folder.resolve("archive");
        ServeBench bench = new ServeBench(archive, Files.createDirectory(folder.resolve("scratch")), Clock.systemUTC());
        ServeBench.Result result = bench.run(new ServeBench.Plan(
                SampleDistrict.mailboxes(sample), 600, 10, Duration.ofSeconds(5), Think.of("100ms-300ms"), 200, 2, 1));
        assertThat(result.items()).isGreaterThan(200);
        // It is at most 5 seconds with the launcher's class cache, which a test does not have.
        assertThat(result.firstPageSeconds()).isBetween(0.5, 60.0);
        assertThat(result.all().pages()).isGreaterThan(20);
        assertThat(result.all().errors()).as("%s", result).isZero();
        assertThat(result.kinds())
                .extracting(ServeBench.Line::kind)
                .contains("search", "own mail", "today", "holds", Walker.LIMIT);
        assertThat(result.all().p50Millis())
                .isPositive()
                .isLessThanOrEqualTo(result.all().p95Millis());
        assertThat(result.limit().pages()).isPositive();
        assertThat(result.heap()).hasSizeGreaterThan(5).allMatch(look -> look.heapMegabytes() > 10);
        assertThat(result.cpuMillisPerPage()).isPositive();
        assertThat(ServeBench.mayUse(archive)).isTrue();
    }

    @Test
    void anArchiveThatIsNotMadeUpIsNotUsed() throws Exception {
        assertThat(ServeBench.mayUse(folder.resolve("none"))).isTrue();
        Files.writeString(folder.resolve("archive.properties"), "");
        assertThat(ServeBench.mayUse(folder)).isFalse();
    }

    @Test
    void theSlowestAnswersAreThoseThatTheServerToldSinceTheBeginning() throws Exception {
        Path log = folder.resolve("server.log");
        String line = "WARNING: Slow answer: GET %s took %d ms, 40 of them at work, 7 while memory was collected\n";
        Files.writeString(log, line.formatted("/warm", 9_000));
        SlowLog slow = new SlowLog(log);
        Files.writeString(
                log,
                "Something else\n" + line.formatted("/items/{id}", 200) + line.formatted("/search", 300)
                        + line.formatted("/mine", 250),
                StandardOpenOption.APPEND);
        assertThat(slow.slowest(2))
                .containsExactly(
                        new ServeBench.Slow("GET /search", 300, 40, 7), new ServeBench.Slow("GET /mine", 250, 40, 7));
    }

    @Test
    void theShareOfPagesWithinATimeIsExact() {
        Waits waits = new Waits();
        for (int millis = 100; millis >= 1; millis--) {
            waits.add(millis % 2 == 0 ? "even" : "odd", millis * 1_000_000L, millis == 100 ? "/: 500" : null);
        }
        waits.add(Walker.LIMIT, 1, null);
        ServeBench.Line all = waits.allBut(Walker.LIMIT);
        assertThat(all.pages()).isEqualTo(100);
        assertThat(all.p50Millis()).isEqualTo(50);
        assertThat(all.p95Millis()).isEqualTo(95);
        assertThat(all.p99Millis()).isEqualTo(99);
        assertThat(all.maxMillis()).isEqualTo(100);
        assertThat(all.errors()).isEqualTo(1);
        assertThat(waits.failures()).containsExactly("/: 500");
        assertThat(waits.only("odd").p50Millis()).isEqualTo(49);
        assertThat(waits.only("none").pages()).isZero();
    }

    @Test
    void aHeapThatGrowsByTheClassesOfNewItemsIsFlat() {
        assertThat(grown(800_000, 2).isFlat()).isTrue();
        assertThat(grown(0, 2).isFlat()).isFalse();
        assertThat(grown(0, 0.8).isFlat()).isTrue();
    }

    /** From 70 to 90 MiB in ten minutes. */
    private static ServeBench.Result grown(long taken, double growth) {
        ServeBench.Line none = new Waits().only("none");
        List<ServeBench.Look> heap = List.of(new ServeBench.Look(0, 70, 30), new ServeBench.Look(10, 90, 30));
        return new ServeBench.Result(1, 1, taken, none, List.of(), none, 1, 1, heap, growth, List.of(), List.of(), 1);
    }

    @Test
    void peopleThinkForATimeInItsBounds() {
        assertThat(Think.of("200ms-1s")).isEqualTo(new Think(Duration.ofMillis(200), Duration.ofSeconds(1)));
        for (String wrong : new String[] {"3s-1s", "1-3", "", "1s-3s-5s", "1m-2m"}) {
            assertThatThrownBy(() -> Think.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void copiesOfAConversationAreAConversationOfTheirOwn() throws Exception {
        Path mail = Files.createDirectory(folder.resolve("mail"));
        Files.writeString(
                mail.resolve("one.eml"),
                "From: a@district.example\nMessage-ID:\n <1@x>\nReferences: <2@x>\n\t<3@x>\nSubject: a > b\n\n<4@x>\n");
        String text = Files.readString(new Copies(mail, folder).write("more", 2));
        assertThat(text)
                .contains(
                        "Message-ID:\n <1@x.more-0>\nReferences: <2@x.more-0>\n\t<3@x.more-0>\nSubject: a > b\n\n<4@x>\n")
                .contains("<3@x.more-1>");
    }
}
