package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store promises. Each store's test implements this. */
interface ObjectStoreContract {
    /** The store under test, empty at the start of each test. */
    ObjectStore store();

    /** Bytes without order, the same for the same length. */
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RandomGeneratorFactory.of("L64X128MixRandom").create(length).nextBytes(bytes);
        return bytes;
    }

    static Digest put(ObjectStore store, byte[] bytes) {
        return store.put(new ByteArrayInputStream(bytes));
    }

    static byte[] read(ObjectStore store, Digest digest) {
        try (InputStream in = store.open(digest)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("An object is read or refused, it does not break off", e);
        }
    }

    static List<Digest> list(ObjectStore store) {
        try (Stream<Digest> digests = store.list()) {
            return digests.toList();
        }
    }

    static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(deeds)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_240, 12 << 20})
    default void whatIsPutIsReadBack(int length) {
        byte[] bytes = bytes(length);

        Digest digest = put(store(), bytes);

        assertThat(digest).isEqualTo(Digest.of(bytes));
        assertThat(read(store(), digest)).isEqualTo(bytes);
        assertThat(store().contains(digest)).isTrue();
    }

    @Test
    default void syncingManyTimesAtOnceKeepsEveryObject() throws Exception {
        List<Callable<Digest>> deeds = IntStream.range(0, 64)
                .<Callable<Digest>>mapToObj(length -> () -> {
                    Digest digest = put(store(), bytes(1_000 + length));
                    store().sync();
                    return digest;
                })
                .toList();

        List<Digest> digests = atOnce(deeds);
        store().sync();

        assertThat(list(store())).containsExactlyInAnyOrderElementsOf(digests);
    }

    @Test
    default void theSameBytesTwiceAreOneObject() {
        byte[] bytes = bytes(10_240);

        assertThat(put(store(), bytes)).isEqualTo(put(store(), bytes));

        assertThat(list(store())).containsExactly(Digest.of(bytes));
        assertThat(read(store(), Digest.of(bytes))).isEqualTo(bytes);
    }

    @Test
    default void manyPutsOfTheSameBytesAtOnceAreOneObject() throws Exception {
        byte[] bytes = bytes(10_240);

        List<Digest> digests = atOnce(IntStream.range(0, 64)
                .<Callable<Digest>>mapToObj(n -> () -> put(store(), bytes))
                .toList());

        assertThat(digests).hasSize(64).containsOnly(Digest.of(bytes));
        assertThat(list(store())).containsExactly(Digest.of(bytes));
        assertThat(read(store(), Digest.of(bytes))).isEqualTo(bytes);
    }

    @Test
    default void manyPutsOfDifferentBytesAtOnceAreAllThereInOrder() throws Exception {
        List<byte[]> contents =
                IntStream.range(0, 64).mapToObj(n -> bytes(1000 + n)).toList();

        List<Digest> digests = atOnce(contents.stream()
                .<Callable<Digest>>map(content -> () -> put(store(), content))
                .toList());

        assertThat(digests).isEqualTo(contents.stream().map(Digest::of).toList());
        assertThat(list(store())).isEqualTo(digests.stream().sorted().toList());
        contents.forEach(
                content -> assertThat(read(store(), Digest.of(content))).isEqualTo(content));
    }

    @Test
    default void anEmptyStoreListsNothing() {
        assertThat(list(store())).isEmpty();
    }

    @Test
    default void whatWasNeverPutIsMissing() {
        Digest never = Digest.of("never put".getBytes(StandardCharsets.UTF_8));

        assertThat(store().contains(never)).isFalse();
        assertThatExceptionOfType(ObjectMissing.class)
                .isThrownBy(() -> store().open(never))
                .withMessageContaining(never.hex());
    }

    @Test
    default void destroyingIsForGoodAndMayBeRepeated() {
        byte[] bytes = bytes(500);
        Digest other = put(store(), bytes(501));
        Digest digest = put(store(), bytes);

        store().destroy(digest);

        assertThatCode(() -> store().destroy(digest)).doesNotThrowAnyException();
        assertThat(store().contains(digest)).isFalse();
        assertThatExceptionOfType(ObjectMissing.class).isThrownBy(() -> store().open(digest));
        assertThat(list(store())).containsExactly(other);
    }

    @Test
    default void whatWasDestroyedCanBePutAgain() {
        byte[] bytes = bytes(500);
        store().destroy(put(store(), bytes));

        Digest again = put(store(), bytes);

        assertThat(read(store(), again)).isEqualTo(bytes);
    }

    @Test
    default void theStreamIsReadToItsEndAndNotClosed() throws IOException {
        boolean[] closed = {false};
        InputStream bytes = new ByteArrayInputStream(bytes(100)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        store().put(bytes);

        assertThat(closed[0]).isFalse();
        assertThat(bytes.read()).isEqualTo(-1);
    }

    @Test
    default void aStreamThatBreaksOffStoresNothing() {
        InputStream breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the source went away");
                }
                return 'x';
            }
        };

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> store().put(breaking))
                .withStackTraceContaining("the source went away");

        assertThat(list(store())).isEmpty();
    }
}
