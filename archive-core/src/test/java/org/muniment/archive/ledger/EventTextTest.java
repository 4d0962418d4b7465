package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTextTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:30:00Z");

    static List<Class<?>> everyEvent() {
        return kinds(CustodyEvent.class).toList();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTextTest::kinds) : Stream.of(type);
    }

    @Test
    void eachEventHasItsBytesForEver() {
        assertThat(Stream.of(
                                new CustodyEvent.ArchiveCreated(AT, "records.district.example/ledger"),
                                new CustodyEvent.Collected(AT, "aa", "bb", 7, "cc", "dd", "run-1"),
                                new CustodyEvent.CollectedAgain(AT.plusMillis(5), "aa", "ee", "run-2"),
                                new CustodyEvent.Rejected(AT, "ff", "the \"file\" ended\u2026 \u00e9\n/", "run-2"),
                                new CustodyEvent.Reconciled(AT, "run-2", 10, 6, 2, 1, 1, Long.MAX_VALUE))
                        .map(EventText::write))
                .containsExactly(
                        "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\","
                                + "\"origin\":\"records.district.example/ledger\"}",
                        "{\"type\":\"collected\",\"at\":\"2026-11-22T02:30:00.000Z\",\"item\":\"aa\","
                                + "\"object\":\"bb\",\"size\":7,\"register\":\"cc\",\"collection\":\"dd\","
                                + "\"run\":\"run-1\"}",
                        "{\"type\":\"collected-again\",\"at\":\"2026-11-22T02:30:00.005Z\",\"item\":\"aa\","
                                + "\"collection\":\"ee\",\"run\":\"run-2\"}",
                        "{\"type\":\"rejected\",\"at\":\"2026-11-22T02:30:00.000Z\",\"place\":\"ff\","
                                + "\"reason\":\"the \\\"file\\\" ended\\u2026 \\u00E9\\n/\",\"run\":\"run-2\"}",
                        "{\"type\":\"reconciled\",\"at\":\"2026-11-22T02:30:00.000Z\",\"run\":\"run-2\",\"read\":10,"
                                + "\"stored\":6,\"duplicates\":2,\"unreadable\":1,\"rejected\":1,"
                                + "\"bytes\":9223372036854775807}");
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventIsReadBackAsItWasWritten(Class<? extends CustodyEvent> type) throws ReflectiveOperationException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            CustodyEvent event = any(type, random);
            String text = EventText.write(event);
            assertThat(EventText.read(text)).as("seed %d", seed).isEqualTo(event);
            assertThat(EventText.write(EventText.read(text))).isEqualTo(text);
            assertThat(text).matches("[\\x20-\\x7f]*");
            assertThat(new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII))
                    .isEqualTo(text);
            assertThat(EventText.subject(event)).isNotNull();
        }
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        CustodyEvent event = new CustodyEvent.ArchiveCreated(AT.plusNanos(1_999_999), "x");
        assertThat(EventText.read(EventText.write(event)).at()).isEqualTo(AT.plusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"type\":\"archive-created\"}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"origin\":\"x\",\"more\":1}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"other\":\"x\"}",
                "{\"type\":\"archive-created\",\"at\":\"yesterday\",\"origin\":\"x\"}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"origin\":1}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"origin\":null}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"origin\":[\"x\"]}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"origin\":\"x\"} {}",
                "{\"type\":\"archive-created\",\"at\":\"2026-11-22T02:30:00.000Z\",\"origin\":\"x\"",
                "{\"type\":\"unheard-of\",\"at\":\"2026-11-22T02:30:00.000Z\"}",
                "{\"type\":7}",
                "{\"type\":99999999999999999999}"
            })
    void whatIsNotAnEventIsRefused(String text) {
        assertThatThrownBy(() -> EventText.read(text)).isInstanceOf(Malformed.class);
    }

    private static CustodyEvent any(Class<? extends CustodyEvent> type, Random random)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(c -> value(c.getType(), random)).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type, Random random) {
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(-5_000_000_000_000L, 5_000_000_000_000L));
        }
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(12), 0, 0x11000)
                .map(c -> c > 0xffff ? 0x1f600 : c)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
