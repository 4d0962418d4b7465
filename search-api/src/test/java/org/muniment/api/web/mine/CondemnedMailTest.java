package org.muniment.api.web.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.search.Mail;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.export.ExportFormat;

/** What waits in the vault for its destruction is hidden from staff until it is given back, and from nobody else. */
class CondemnedMailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-09-05T18:00:00Z"), ZoneOffset.UTC);
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final Officer LEE = new Officer("Ben Hall, Superintendent");
    private static final Set<Custodian> OWN = Set.of(new Custodian(TestDistrict.address(Role.STAFF)));
    private static final ItemQuery ALL = new ItemQuery.All();

    @TempDir
    private Path folder;

    private static Mail own(Archive archive) {
        return Mail.own(archive, OWN);
    }

    /** An item of the staff's that is due; everything that is due is condemned. */
    private static ItemId condemn(Archive archive) {
        Instant now = CLOCK.instant();
        LocalDate today = archive.retention().day(now);
        PlanId plan = archive.disposal()
                .planner()
                .propose(new PlanRequest(today, Set.of(), false, ORTIZ, now))
                .plan()
                .id();
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status ->
                        archive.disposal().plans().approve(plan, LEE, new BoardAction(today, "item 7.3"), now));
        new Expire(archive).run(Expire.Progress.NONE);
        return archive.disposal().dispositions().condemnedFrom(OWN).stream()
                .min(ItemId::compareTo)
                .orElseThrow();
    }

    private static String exported(Archive archive, ItemId item) throws IOException {
        var out = new ByteArrayOutputStream();
        own(archive).export().write(List.of(item).iterator(), ExportFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatWaitsForItsDestructionIsHiddenFromStaffUntilItIsGivenBack() throws IOException {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        ItemId item;
        try (Archive archive = Archive.write(home, CLOCK)) {
            BusyDistrict.adopt(archive);
            long before = own(archive).search().count(ALL);
            item = condemn(archive);
            int hidden = archive.disposal().dispositions().condemnedFrom(OWN).size();
            assertThat(own(archive).search().count(ALL))
                    .isEqualTo(before - hidden)
                    .isPositive();
            assertThat(own(archive).search().matching(ALL, null, 100_000))
                    .doesNotContain(item)
                    .hasSize((int) before - hidden);
            assertThat(own(archive).find(item)).isEmpty();
            assertThat(own(archive).conversation(item)).isEmpty();
            assertThat(exported(archive, item)).doesNotContain(item.value());
            assertThat(Mail.all(archive).find(item)).isPresent();
            archive.ledger().checkpoint();
        }
        try (TestServer server = TestServer.start(home, CLOCK);
                Visitor staff = new Visitor(server).signIn("staff");
                Visitor officer = new Visitor(server).signIn("officer")) {
            assertThat(staff.get("/mine/items/" + item).status()).isEqualTo(404);
            assertThat(staff.get("/mine/items/" + item + "/raw").status()).isEqualTo(404);
            assertThat(officer.get("/disposition/vault").page().text()).contains("Plan P1");
        }
        try (Archive archive = Archive.write(home, CLOCK)) {
            archive.disposal()
                    .destruction()
                    .restore(new PlanId("P1"), List.of(item), LEE, "asked for", CLOCK.instant());
            assertThat(own(archive).find(item)).isPresent();
            assertThat(exported(archive, item)).contains(item.value());
        }
    }
}
