package org.muniment.archive.item.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentExtractsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RecentExtracts recent = new RecentExtracts(3_000, nanos::get);
    private final List<String> read = new ArrayList<>();

    private void read(String name, String gap) throws IOException {
        byte[] content = name.getBytes();
        String text = name + " long".repeat(50);
        Extract extract = recent.of(name, "text/plain", content, () -> {
            read.add(name);
            return new Extract("text/plain", text, gap);
        });
        assertThat(extract.text()).isEqualTo(text);
    }

    private void wait(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aFileIsReadOnceWhileItIsAmongThoseReadLately() throws IOException {
        read("a", "");
        read("b", "");
        read("a", "");
        read("b", "");
        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void itIsReadAgainMinutesLaterHoweverOftenItWasAskedFor() throws IOException {
        Duration most = RecentExtracts.LAPSE.dividedBy(2);
        read("a", "");
        wait(most);
        read("a", "");
        assertThat(read).containsExactly("a");
        wait(most);
        read("a", "");
        assertThat(read).containsExactly("a", "a");
    }

    @Test
    void noMoreIsKeptThanThereIsRoomFor() throws IOException {
        for (int i = 0; i < 100; i++) {
            read("file " + i, "");
        }
        assertThat(recent.kept()).isBetween(1L, 6L);
    }

    @Test
    void whatLapsedIsNotInMemoryAnyMore() throws IOException {
        read("a", "");
        wait(RecentExtracts.LAPSE);
        assertThat(recent.kept()).isZero();
    }

    @Test
    void whatCouldNotBeReadInFullIsTriedAgain() throws IOException {
        read("a", "too slow");
        read("a", "");
        read("a", "");
        assertThat(read).containsExactly("a", "a");
    }
}
