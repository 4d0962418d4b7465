package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void aLoadIsRegisteredInPartsThatEndWhereTheirLastEntryDoes() {
        Load rest = new Load(entries(10), new Position("end", 1), 1003);
        List<Prepared> registered = new ArrayList<>();
        int weight = 0;
        for (int part : List.of(1, 4, 3)) {
            Load first = rest.first(part);
            assertThat(first.end()).isEqualTo(first.entries().getLast().position());
            rest = rest.after(first);
            registered.addAll(first.entries());
            weight += first.weight();
        }
        assertThat(rest.first(2)).isSameAs(rest);
        assertThat(rest.after(rest).isEmpty()).isTrue();
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
