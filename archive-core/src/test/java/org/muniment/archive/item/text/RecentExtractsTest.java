package org.muniment.archive.item.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentExtractsTest {
    private final RecentExtracts recent = new RecentExtracts(25);
    private final List<String> read = new ArrayList<>();

    private void read(String name, String gap) throws IOException {
        byte[] content = {(byte) name.charAt(0)};
        Extract extract = recent.of(name, "text/plain", content, () -> {
            read.add(name);
            return new Extract("text/plain", "ten " + name + " long", gap);
        });
        assertThat(extract.text()).isEqualTo("ten " + name + " long");
    }

    @Test
    void aFileIsReadOnceWhileItIsAmongThoseUsedLately() throws IOException {
        read("a", "");
        read("b", "");
        read("a", "");
        read("c", "");
        read("a", "");
        assertThat(read).containsExactly("a", "b", "c");
        read("b", "");
        assertThat(read).containsExactly("a", "b", "c", "b");
    }

    @Test
    void whatCouldNotBeReadInFullIsTriedAgain() throws IOException {
        read("a", "too slow");
        read("a", "");
        read("a", "");
        assertThat(read).containsExactly("a", "a");
    }
}
