package org.muniment.archive.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.access.Idempotency.Answer;
import org.muniment.archive.access.Idempotency.Turn;

abstract class IdempotencyContract {
    private static final Instant NOON = Instant.parse("2026-11-02T20:00:00Z");
    private static final byte[] KEY = {1};
    private static final byte[] BODY = {2};

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Idempotency idempotency;

    abstract Catalogue catalogue(Path folder);

    @BeforeEach
    void open() {
        catalogue = catalogue(folder);
        idempotency = new Idempotency(catalogue.writer());
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private Turn begin(byte[] key, byte[] body, Instant at) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> idempotency.begin(key, body, at)));
    }

    private void end(byte[] key, Answer answer) {
        catalogue.transactions().executeWithoutResult(status -> idempotency.end(key, answer));
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredTwice() {
        Answer answer = new Answer(201, "/api/v1/holds/H1", "\"ab\"", "{\"id\":\"H1\"}");
        assertThat(begin(KEY, BODY, NOON)).isEqualTo(new Turn.First());
        assertThat(begin(KEY, BODY, NOON.plusSeconds(1))).isEqualTo(new Turn.UnderWay(NOON));
        end(KEY, answer);
        assertThat(begin(KEY, BODY, NOON.plusSeconds(2))).isEqualTo(new Turn.Done(answer));
        assertThat(begin(new byte[] {9}, BODY, NOON)).isEqualTo(new Turn.First());
    }

    @Test
    void theSameKeyWithSomethingElseIsToldApart() {
        begin(KEY, BODY, NOON);
        assertThat(begin(KEY, new byte[] {3}, NOON)).isEqualTo(new Turn.Other());
        end(KEY, new Answer(204, null, null, ""));
        assertThat(begin(KEY, new byte[] {3}, NOON)).isEqualTo(new Turn.Other());
        assertThat(begin(KEY, BODY, NOON)).isEqualTo(new Turn.Done(new Answer(204, null, null, "")));
    }

    @Test
    void whatWasNotDoneMayBeSentAgain() {
        begin(KEY, BODY, NOON);
        catalogue.transactions().executeWithoutResult(status -> idempotency.giveUp(KEY));
        assertThat(begin(KEY, new byte[] {3}, NOON)).isEqualTo(new Turn.First());
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        begin(KEY, BODY, NOON);
        assertThat(begin(KEY, BODY, NOON.plus(Duration.ofHours(24)).minusMillis(1)))
                .isEqualTo(new Turn.UnderWay(NOON));
        assertThat(begin(KEY, BODY, NOON.plus(Duration.ofHours(24)))).isEqualTo(new Turn.First());
    }

    @Test
    void ofManyAtOnceOneIsFirst() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Turn>> turns = IntStream.range(0, 24)
                    .mapToObj(n -> threads.submit(() -> begin(KEY, BODY, NOON)))
                    .toList();
            int first = 0;
            for (Future<Turn> turn : turns) {
                first += turn.get() instanceof Turn.First ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
    }
}
