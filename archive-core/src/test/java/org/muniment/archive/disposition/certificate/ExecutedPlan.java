package org.muniment.archive.disposition.certificate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.muniment.archive.disposition.Approval;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Refusal;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/** A ledger in which a plan was proposed, approved and carried out, and the plan as the register would give it. */
final class ExecutedPlan implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final Instant START = Instant.parse("2028-07-03T16:00:00Z");
    static final Officer FIRST = new Officer("Maria Ortiz, Director of Records");
    static final Officer SECOND = new Officer("José Núñez, Superintendent");
    static final PlanId ID = new PlanId("P12");

    private static final List<String> CITATIONS =
            List.of("5 CCR 16025(b), 16026", "5 CCR 16025(a), \"basic to audit\"; 16026");

    final Catalogue catalogue;
    final Ledger ledger;
    private final boolean standing;
    private List<PlanLine> lines = new ArrayList<>();

    ExecutedPlan(Path folder, boolean standing) {
        this.catalogue = Catalogues.sqlite(folder);
        this.standing = standing;
        this.ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "records.district.example/ledger"));
    }

    /** Items 1 to {@code destroyed} are destroyed, the next are withdrawn, the last are open. */
    static ExecutedPlan with(Path folder, boolean standing, int destroyed, int withdrawn, int open) {
        ExecutedPlan plan = new ExecutedPlan(folder, standing);
        for (int number = 1; number <= destroyed + withdrawn + open; number++) {
            plan.lines.add(line(number, new Disposition.Proposed()));
        }
        plan.begin();
        plan.end(0, destroyed, withdrawn);
        return plan;
    }

    private static PlanLine line(int number, Disposition disposition) {
        Digest object = Digest.of(("object " + number).getBytes(StandardCharsets.UTF_8));
        return new PlanLine(
                number,
                ItemId.of(object),
                object,
                1000L + number,
                new SeriesId(number % 3 == 0 ? "R35" : "R42"),
                RecordClass.DISPOSABLE,
                LocalDate.parse("2028-07-01"),
                CITATIONS.get(number % 3 == 0 ? 1 : 0),
                disposition);
    }

    private void begin() {
        append(List.of(new CustodyEvent.ArchiveCreated(START, "records.district.example/ledger")));
        if (standing) {
            append(List.of(new CustodyEvent.AuthoritySigned(
                    START, "A1", "R35,R42", "2029-07-03", FIRST.name(), SECOND.name())));
        }
        append(List.of(
                new CustodyEvent.PlanProposed(
                        START, ID.value(), lines.size(), list().hex(), "2028-07-03", FIRST.name()),
                new CustodyEvent.PlanApproved(
                        START.plusSeconds(60),
                        ID.value(),
                        list().hex(),
                        approval().words(),
                        SECOND.name()),
                new CustodyEvent.PlanCondemned(START.plusSeconds(120), ID.value(), lines.size(), "2028-08-02")));
    }

    /** Destroys so many from a line on, and withdraws the next. */
    void end(int from, int destroyed, int withdrawn) {
        List<CustodyEvent> events = new ArrayList<>();
        for (int at = from; at < from + destroyed + withdrawn; at++) {
            Instant when = START.plus(Duration.ofDays(31)).plusSeconds(at);
            PlanLine line = lines.get(at);
            boolean gone = at < from + destroyed;
            events.add(gone ? destroyed(line, when) : withdrawn(line, when));
            lines.set(
                    at,
                    line(
                            at + 1,
                            gone
                                    ? new Disposition.Destroyed(when)
                                    : new Disposition.Withdrawn(new Refusal("litigation hold", "held"), null, when)));
        }
        append(events);
    }

    private static CustodyEvent destroyed(PlanLine line, Instant when) {
        return new CustodyEvent.Destroyed(
                when,
                line.item().value(),
                line.object().hex(),
                line.series().value(),
                ID.value(),
                line.authority(),
                FIRST.name(),
                SECOND.name());
    }

    private static CustodyEvent withdrawn(PlanLine line, Instant when) {
        return new CustodyEvent.Withdrawn(when, line.item().value(), ID.value(), "litigation hold", "");
    }

    void append(List<? extends CustodyEvent> events) {
        catalogue.transactions().executeWithoutResult(status -> ledger.append(events));
    }

    private Digest list() {
        return Digest.of(lines.stream()
                .map(line -> line.written() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    private Approval approval() {
        Instant at = START.plusSeconds(60);
        return standing
                ? new Approval.Standing(
                        new StandingAuthority(
                                "A1",
                                Set.of(new SeriesId("R35"), new SeriesId("R42")),
                                LocalDate.parse("2028-07-03"),
                                LocalDate.parse("2029-07-03"),
                                FIRST,
                                SECOND,
                                null),
                        at)
                : new Approval.Listed(FIRST, SECOND, new BoardAction(LocalDate.parse("2028-06-20"), "item 9.2"), at);
    }

    Plan plan() {
        return new Plan(
                ID,
                new PlanRequest(LocalDate.parse("2028-07-03"), Set.of(), standing, FIRST, START),
                3,
                lines.size(),
                0,
                list(),
                new Plan.Stage.Condemned(approval(), START.plusSeconds(120), LocalDate.parse("2028-08-02")));
    }

    List<PlanLine> lines(PlanId plan, long after, int limit) {
        return lines.stream().filter(line -> line.number() > after).limit(limit).toList();
    }

    /** As if somebody had changed the register. */
    void change(int at, PlanLine line) {
        lines.set(at, line);
    }

    CertificateFiles files() {
        return new CertificateFiles(
                catalogue.transactions(),
                ledger,
                id -> Optional.of(plan()).filter(plan -> plan.id().equals(id)),
                this::lines,
                ZONE,
                (version, series) ->
                        series.value().equals("R42") ? "Bulletins, periodic reports" : "Purchasing, accounts payable");
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
