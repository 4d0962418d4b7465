package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.LuceneSearchIndex;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What items are, and which are behind what is in force. */
abstract class ClassificationsContract extends RetentionContract {
    private static Classification classification(Eligibility eligibility) {
        return new Classification(
                RecordClass.DISPOSABLE,
                new SeriesId("R42"),
                Classification.Basis.RULE,
                "'\u0000bulletin' in the subject \ud800",
                "5 CCR 16025(b)",
                null,
                eligibility,
                LocalDate.parse("2030-01-01"));
    }

    @Test
    void aClassificationComesBackAsItWasRecorded() {
        install();
        take(BULLETIN, OTHER, MINUTE);
        assertThat(now(BULLETIN)).isEqualTo(evaluation().classifyNew(BULLETIN.document()));
        for (Eligibility eligibility : List.of(
                new Eligibility.On(LocalDate.parse("2028-07-01")),
                new Eligibility.Never("permanently"),
                new Eligibility.Waiting("the audit"))) {
            ItemId item = OTHER.item().id();
            inTransaction(() -> retention
                    .classifications()
                    .record(
                            Map.of(item, classification(eligibility)),
                            evaluation().number()));
            assertThat(now(OTHER).eligibility()).isEqualTo(eligibility);
            assertThat(now(OTHER).reason()).isEqualTo("'\ufffdbulletin' in the subject \ufffd");
            assertThat(now(OTHER).origin()).isNull();
            assertThat(now(OTHER).atMost()).isEqualTo("2030-01-01");
        }
    }

    private static Classification wanted(String atMost, RecordClass recordClass, String eligible) {
        return new Classification(
                recordClass,
                new SeriesId("R29"),
                Classification.Basis.RULE,
                "because",
                "Ed. Code 49073.6",
                null,
                new Eligibility.On(LocalDate.parse(eligible)),
                LocalDate.parse(atMost));
    }

    @Test
    void aStatutoryMaximumIsToldNinetyDaysAheadAndWhetherAnotherLawKeepsItLonger() {
        install();
        take(BULLETIN, OTHER, MINUTE);
        inTransaction(() -> retention
                .classifications()
                .record(
                        Map.of(
                                BULLETIN.item().id(), wanted("2026-11-01", RecordClass.OPTIONAL, "2026-10-01"),
                                OTHER.item().id(), wanted("2027-01-30", RecordClass.OPTIONAL, "2027-02-01"),
                                MINUTE.item().id(), wanted("2027-01-29", RecordClass.PERMANENT, "2026-10-01")),
                        evaluation().number()));
        assertThat(retention.classifications().maximums(TODAY))
                .extracting(one -> one.words("R29 Monitoring"))
                .containsExactly(
                        "1 item of series R29 Monitoring: the longest time that the law allows ended on 2026-11-01"
                                + " (statutory maximum). Propose their destruction; what is on hold stays",
                        "2 items of series R29 Monitoring: the longest time that the law allows ends on 2027-01-29 for the"
                                + " first of them (statutory maximum), but their class or another period keeps them longer, so"
                                + " they are not destroyed. An officer settles it by declaring their class");
        assertThat(retention.classifications().maximums(TODAY.minusDays(1)))
                .extracting(Maximum::items, Maximum::past)
                .containsExactly(tuple(1L, false), tuple(1L, false));
    }

    @Test
    void whatIsDueComesInPagesByDayAndId() {
        install();
        long seed = System.nanoTime();
        System.out.println("whatIsDueComesInPagesByDayAndId seed " + seed);
        Random random = new Random(seed);
        List<Mails> mails = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            mails.add(Mails.of(random.nextInt(4) == 0 ? "Minutes " + i : "Bulletin " + i, "of the week")
                    .received(Instant.parse("2018-09-15T19:00:00Z").plusSeconds(86_400L * 120 * random.nextInt(20))));
        }
        take(mails.toArray(Mails[]::new));
        LocalDate asOf = LocalDate.parse("2024-07-01");
        List<ItemId> expected = mails.stream()
                .filter(mail -> now(mail).eligibility() instanceof Eligibility.On on
                        && !on.day().isAfter(asOf))
                .sorted(Comparator.comparing(
                                (Mails mail) -> ((Eligibility.On) now(mail).eligibility()).day())
                        .thenComparing(mail -> mail.item().id()))
                .map(mail -> mail.item().id())
                .toList();
        List<Classifications.Due> found = new ArrayList<>();
        Classifications.Due last = null;
        do {
            List<Classifications.Due> page = retention.classifications().due(asOf, last, 7);
            found.addAll(page);
            last = page.isEmpty() ? null : page.getLast();
        } while (last != null);
        assertThat(found).extracting(Classifications.Due::item).containsExactlyElementsOf(expected);
        assertThat(expected).hasSizeBetween(1, 99);
        assertThat(retention.classifications().due(asOf)).containsExactlyElementsOf(found);
        dueIsFoundOfSomeItemsToo(mails, asOf, found, random.nextInt(110));
        assertThat(retention.classifications().due(LocalDate.parse("2021-06-30")))
                .isEmpty();
    }

    private void dueIsFoundOfSomeItemsToo(List<Mails> mails, LocalDate asOf, List<Classifications.Due> due, int limit) {
        try (var index = LuceneSearchIndex.open(folder.resolve("some"))) {
            List<ItemId> some =
                    mails.stream().skip(10).map(mail -> mail.item().id()).toList();
            index.put(mails.stream().skip(10).map(Mails::document).toList());
            index.commit(1);
            List<Classifications.Due> expected =
                    due.stream().filter(one -> some.contains(one.item())).toList();
            assertThat(retention.classifications().countDue(index, asOf)).isEqualTo(expected.size());
            assertThat(retention.classifications().due(index, asOf, limit))
                    .containsExactlyEntriesOf(expected.stream()
                            .limit(limit)
                            .collect(Collectors.toMap(
                                    Classifications.Due::item,
                                    Classifications.Due::eligible,
                                    (one, other) -> one,
                                    LinkedHashMap::new)));
        }
    }

    @Test
    void matchesAreTalliedAndFoundByClassAndSeriesAsTheyAreNow() {
        install();
        take(BULLETIN, MINUTE, OTHER);
        Classifications.Group minutes = group(MINUTE);
        var all = new ItemQuery.All();
        try (var index = LuceneSearchIndex.open(folder.resolve("index"))) {
            index.put(List.of(
                    MINUTE.document(),
                    BULLETIN.document(),
                    Mails.of("no", "such").document()));
            index.commit(1);
            Classifications classifications = retention.classifications();
            assertThat(classifications.tally(index, all)).hasSize(2).containsEntry(minutes, 1L);
            assertThat(classifications.tally(index.among(List.of(OTHER.item().id())), all))
                    .isEmpty();
            assertThat(ids(index, minutes.recordClass(), minutes.series()))
                    .containsExactly(MINUTE.item().id());
            assertThat(ids(index, RecordClass.PERMANENT, null))
                    .containsExactly(MINUTE.item().id());
            assertThat(ids(index, RecordClass.PERMANENT, new SeriesId("R42"))).isEmpty();

            // By somebody else, as another process does.
            var others = new Classifications(catalogue.writer(), catalogue.reader());
            inTransaction(() -> others.record(
                    Map.of(MINUTE.item().id(), classification(new Eligibility.Waiting("the audit"))),
                    evaluation().number()));
            assertThat(classifications.tally(index, all)).containsOnlyKeys(group(MINUTE), group(BULLETIN));
            assertThat(ids(index, RecordClass.PERMANENT, null)).isEmpty();
            assertThat(ids(index, RecordClass.DISPOSABLE, new SeriesId("R42")))
                    .contains(MINUTE.item().id());
        }
    }

    private Classifications.Group group(Mails mail) {
        return new Classifications.Group(now(mail).recordClass(), now(mail).series());
    }

    private List<ItemId> ids(ItemSearch search, RecordClass recordClass, @Nullable SeriesId series) {
        return retention.classifications().among(search, recordClass, series).matching(new ItemQuery.All(), null, 100);
    }

    @Test
    void countsAreByClassSeriesAndBasis() {
        install();
        take(BULLETIN, MINUTE, OTHER);
        inTransaction(() -> items.record(List.of(new Arrival(
                Mails.of("Late", "comer").document().reading(),
                Mails.of("Late", "comer").document().collections().getFirst()))));
        Counts counts = retention.classifications().counts();
        assertThat(counts.unclassified()).isEqualTo(1);
        assertThat(counts.classified()).isEqualTo(3);
        assertThat(counts.of(RecordClass.PERMANENT)).isEqualTo(1);
        assertThat(counts.shares())
                .contains(
                        new Counts.Share(RecordClass.OPTIONAL, new SeriesId("R62"), Classification.Basis.UNMATCHED, 1));
        assertThat(retention.reviews().shares(SchoolYear.parse("2025-26"))).isEqualTo(counts.shares());
        assertThat(retention.reviews().shares(SchoolYear.parse("2024-25"))).isEmpty();
    }

    @Test
    void anItemIsForgottenBeforeItGoes() {
        install();
        take(BULLETIN, MINUTE);
        declare(BULLETIN, 1, "R01", MARIA);
        ItemId item = BULLETIN.item().id();
        JdbcTemplate jdbc = new JdbcTemplate(catalogue.writer());
        jdbc.update("delete from collection where item = ?", item.value());
        assertThatThrownBy(() -> jdbc.update("delete from item where id = ?", item.value()))
                .isInstanceOf(DataAccessException.class);
        inTransaction(() -> retention.classifications().forget(List.of(item)));
        assertThat(jdbc.update("delete from item where id = ?", item.value())).isEqualTo(1);
        assertThat(retention.declarations().about(item)).isEmpty();
        assertThat(retention.classifications().find(item)).isEmpty();
        assertThat(retention.classifications().find(MINUTE.item().id())).isPresent();
    }

    private List<ItemId> behind() {
        return retention.evaluations().behind(retention.evaluations().number(), null, 10).stream()
                .map(Evaluations.Behind::item)
                .toList();
    }

    private void done() {
        Evaluations.Mark mark = retention.evaluations().mark();
        inTransaction(() -> retention.evaluations().done(mark));
    }

    @Test
    void whoIsBehindIsKnownUntilItIsMarked() {
        install();
        take(BULLETIN, MINUTE);
        assertThat(behind()).isEmpty();
        done();
        assertThat(retention.evaluations().areDone()).isTrue();
        inTransaction(() -> retention.footers().add(List.of(footer("x".repeat(60)))));
        assertThat(retention.evaluations().areDone()).isFalse();
        assertThat(behind())
                .containsExactlyInAnyOrder(BULLETIN.item().id(), MINUTE.item().id());
        done();
        assertThat(retention.evaluations().areDone()).isTrue();
        assertThat(behind()).isEmpty();
        inTransaction(
                () -> retention.classifications().unsettle(List.of(MINUTE.item().id())));
        assertThat(retention.evaluations().areDone()).isFalse();
        assertThat(behind()).containsExactly(MINUTE.item().id());
    }

    @Test
    void whatIsRecordedLateIsNotOverlooked() {
        install();
        take(BULLETIN);
        Evaluation old = evaluation();
        inTransaction(() -> retention.footers().add(List.of(footer("x".repeat(60)))));
        Evaluations.Mark mark = retention.evaluations().mark();
        Map<ItemId, Classification> late = new HashMap<>();
        late.put(BULLETIN.item().id(), old.classifyNew(BULLETIN.document()));
        inTransaction(() -> retention.classifications().record(late, old.number()));
        inTransaction(() -> retention.evaluations().done(mark));
        assertThat(retention.evaluations().areDone()).isFalse();
        assertThat(behind()).containsExactly(BULLETIN.item().id());
    }

    @Test
    void whatIsRecordedAfterAPassByAnOldNumberIsBehindAgain() {
        install();
        take(BULLETIN, MINUTE);
        Evaluation old = evaluation();
        inTransaction(() -> retention.footers().add(List.of(footer("x".repeat(60)))));
        done();
        Map<ItemId, Classification> late = Map.of(BULLETIN.item().id(), old.classifyNew(BULLETIN.document()));
        inTransaction(() -> retention.classifications().record(late, old.number()));
        assertThat(retention.evaluations().areDone()).isFalse();
        assertThat(behind()).containsExactly(BULLETIN.item().id());
        done();
        inTransaction(() -> retention.footers().add(List.of(footer("y".repeat(60)))));
        assertThat(retention.evaluations().behind(retention.evaluations().number(), null, 10).stream()
                        .map(Evaluations.Behind::evaluation))
                .containsOnly(old.number() + 1);
    }

    @Test
    void aRenewalYieldsToWhatHappenedMeanwhile() {
        install();
        take(BULLETIN, MINUTE);
        long read = items.find(BULLETIN.item().id()).orElseThrow().revision();
        inTransaction(() -> retention.footers().add(List.of(footer("x".repeat(60)))));
        long number = retention.evaluations().number();
        Classification other = classification(new Eligibility.Never("permanently"));
        declare(MINUTE, 1, "R15", MARIA);
        Collection again = new Collection(
                BULLETIN.item().id(), new Custodian("b@x.gov"), "/mail", "2", "", List.of(), NOW, "run2");
        inTransaction(() -> items.record(List.of(new Arrival(BULLETIN.document().reading(), again))));
        List<Classifications.Renewal> renewals = List.of(
                new Classifications.Renewal(BULLETIN.item().id(), read, other),
                new Classifications.Renewal(
                        MINUTE.item().id(),
                        items.find(MINUTE.item().id()).orElseThrow().revision(),
                        other));
        inTransaction(() -> retention.classifications().renew(renewals, number));
        assertThat(now(BULLETIN)).isNotEqualTo(other);
        assertThat(now(MINUTE).basis()).isEqualTo(Classification.Basis.RULE);
        assertThat(behind()).containsExactly(BULLETIN.item().id());
    }

    @Test
    void aRunCountsWhatOnlyItTookIn() {
        install();
        new JdbcTemplate(catalogue.writer())
                .update(
                        "insert into run values ('run', '/mail', 'k', 'a', 'AUTO', 'OPEN', 0, null, 0, 0, 0, 0, 0, 0, 0)");
        take(OTHER);
        inTransaction(() -> retention.classifications().begin("run", items.latestRevision()));
        take(BULLETIN, MINUTE);
        ItemId again = MINUTE.item().id();
        Collection elsewhere =
                new Collection(again, new Custodian("b@x.gov"), "/mail", "2", "", List.of(), NOW, "another run");
        assertThat(retention.classifications().counts("run"))
                .isEqualTo(Map.of(RecordClass.PERMANENT, 1L, RecordClass.DISPOSABLE, 1L));
        inTransaction(() -> items.record(List.of(new Arrival(MINUTE.document().reading(), elsewhere))));
        assertThat(retention.classifications().counts("run")).isEqualTo(Map.of(RecordClass.DISPOSABLE, 1L));
    }
}
