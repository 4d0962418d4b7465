package org.muniment.archive.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;

/** The registers of a small archive, for contracts that run on every database. */
abstract class RetentionContract {
    static final Officer MARIA = new Officer("Maria Ortiz, Director of Records");
    static final Officer JOHN = new Officer("John Chen, Superintendent");
    static final LocalDate TODAY = LocalDate.parse("2026-11-01");
    static final Instant NOW = Instant.parse("2026-11-01T18:00:00Z");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    static final String MINUTES = SampleSchedule.series("R01", 1, "record", "minutes", "permanent");
    static final String APPLICANTS = SampleSchedule.series("R15", 2, "record", "applicant", "P4Y after received");
    static final String INVOICES =
            SampleSchedule.series("R35", 3, "record", "invoice", "third July 1 after audit completed");
    static final String BULLETINS =
            SampleSchedule.series("R42", 3, "record", "bulletin", "third school year after origin");
    static final String CONTRACTS = SampleSchedule.series("R41", 2, "record", "contract", "P4Y after contract-ended");
    static final String YAML = SampleSchedule.yaml(MINUTES, APPLICANTS, INVOICES, BULLETINS, CONTRACTS);

    static final Mails BULLETIN = Mails.of("Weekly bulletin", "The bulletin of this week.");
    static final Mails MINUTE = Mails.of("Minutes", "The minutes of Tuesday.");
    static final Mails OTHER = Mails.of("Field trip", "Bring lunch.");

    @TempDir
    Path folder;

    Catalogue catalogue;
    Ledger ledger;
    Items items;
    Retention retention;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openArchive() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        items = new Items(catalogue.writer(), catalogue.reader(), ledger);
        retention = Retention.of(catalogue.writer(), catalogue.reader(), ledger, ZONE);
    }

    @AfterEach
    void closeArchive() {
        catalogue.close();
    }

    void inTransaction(Runnable change) {
        catalogue.transactions().executeWithoutResult(status -> change.run());
    }

    void install() {
        inTransaction(() -> {
            retention.schedules().install(YAML, NOW);
            retention.evaluations().settle(TODAY);
        });
    }

    Evaluation evaluation() {
        return retention.evaluations().current(TODAY);
    }

    /** Registers mails with what they are, as an ingest does. */
    void take(Mails... mails) {
        List<Arrival> arrivals = new ArrayList<>();
        Map<ItemId, Classification> classes = new HashMap<>();
        for (Mails mail : mails) {
            arrivals.add(new Arrival(
                    mail.document().reading(), mail.document().collections().getFirst()));
            classes.put(mail.item().id(), evaluation().classifyNew(mail.document()));
        }
        long number = evaluation().number();
        inTransaction(() -> {
            items.record(arrivals);
            retention.classifications().record(classes, number);
        });
    }

    Declaration declare(Mails mail, int recordClass, String series, Officer by) {
        Declaration[] made = new Declaration[1];
        inTransaction(() -> made[0] = retention
                .declarations()
                .declare(
                        mail.document(),
                        RecordClass.of(recordClass),
                        new SeriesId(series),
                        "it is about staff",
                        by,
                        TODAY,
                        NOW));
        return made[0];
    }

    Classification now(Mails mail) {
        return retention.classifications().find(mail.item().id()).orElseThrow();
    }

    /** What the item would be found to be, if it were read again on a day. */
    Classification onceMore(Mails mail, LocalDate day) {
        return retention.evaluations().current(day).classify(mail.document());
    }

    /** As it is learned: from the mails of many senders. */
    static Footers.Footer footer(String text) {
        FooterLearner learner = new FooterLearner(Footers.Known.NONE);
        return IntStream.range(0, FooterLearner.SENDERS)
                .mapToObj(sender -> learner.observe(sender + "@x.gov", "Mail " + sender + "\n\n" + text))
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    List<CustodyEvent> events() {
        return ledger.entries(0, 1000).stream().map(Entry::event).toList();
    }

    static RecordedEvent.About.Year year(String year) {
        return new RecordedEvent.About.Year(SchoolYear.parse(year));
    }

    RecordedEvent.About.Matching matching(String query) {
        return new RecordedEvent.About.Matching(new ItemQueryParser(ZONE).parse(query));
    }
}
