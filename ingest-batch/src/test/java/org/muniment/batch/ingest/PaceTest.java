package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void aTransactionRegistersWhatTakesATwentiethOfASecond() {
        Pace pace = new Pace(1000);
        assertThat(pace.entries()).isEqualTo(20);
        pace.took(20, Duration.ofMillis(10));
        assertThat(pace.entries()).isEqualTo(100);
        pace.took(100, Duration.ofMillis(1));
        assertThat(pace.entries()).isEqualTo(1000);
        pace.took(1000, Duration.ofSeconds(60));
        assertThat(pace.entries()).isEqualTo(20);
        pace.took(20, Duration.ZERO);
        assertThat(pace.entries()).isEqualTo(1000);
    }

    @Test
    void aLoadIsRegisteredInPartsThatEndWhereTheirLastEntryDoes() {
        Load rest = new Load(entries(10), new Position("end", 1), 1003);
        List<Prepared> registered = new ArrayList<>();
        int weight = 0;
        for (int part : List.of(1, 4, 3)) {
            Load first = rest.first(part);
            assertThat(first.end()).isEqualTo(first.entries().getLast().position());
            rest = rest.after(part);
            registered.addAll(first.entries());
            weight += first.weight();
        }
        assertThat(rest.first(2)).isSameAs(rest);
        assertThat(rest.end()).isEqualTo(new Position("end", 1));
        registered.addAll(rest.entries());
        assertThat(registered).isEqualTo(entries(10));
        assertThat(weight + rest.weight()).isEqualTo(1003);
    }

    private static List<Prepared> entries(int count) {
        return IntStream.range(0, count)
                .<Prepared>mapToObj(i -> new Prepared.Refused(new Rejected("" + i, "damaged", new Position("mail", i))))
                .toList();
    }
}
