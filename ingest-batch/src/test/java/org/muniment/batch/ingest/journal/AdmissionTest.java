package org.muniment.batch.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static boolean in(String network, String address) throws Exception {
        return Network.parse(network).contains(InetAddress.getByName(address));
    }

    @Test
    void aNetworkIsItsLeadingBits() throws Exception {
        assertThat(in("192.0.2.0/24", "192.0.2.255")).isTrue();
        assertThat(in("192.0.2.0/24", "192.0.3.0")).isFalse();
        assertThat(in("192.0.2.128/25", "192.0.2.127")).isFalse();
        assertThat(in("10.0.0.0/8", "10.255.0.1")).isTrue();
        assertThat(in("0.0.0.0/0", "8.8.8.8")).isTrue();
        assertThat(in("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(in("192.0.2.7", "192.0.2.8")).isFalse();
        assertThat(in("2001:db8::/32", "2001:db8:ffff::1")).isTrue();
        assertThat(in("2001:db8::/32", "2001:db9::1")).isFalse();
        assertThat(in("0.0.0.0/0", "::1")).isFalse();
    }

    @Test
    void whatIsNoNetworkIsRefused() {
        for (String wrong :
                List.of("mail.district.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "2001:db8::/129")) {
            assertThatThrownBy(() -> Network.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no network");
        }
    }

    @Test
    void nobodyListensToEverybodyByMistake() {
        assertThatThrownBy(() -> new Admission(List.of(), List.of(), List.of("@d.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Admission(List.of(Network.parse("10.0.0.0/8")), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesWithControlsAreNone() {
        Admission admission = new Admission(List.of(Network.parse("10.0.0.0/8")), List.of(), List.of("@d.example"));
        assertThat(admission.sender("a\nb@d.example")).isPresent();
        assertThat(admission.recipient("a>b@d.example")).isPresent();
        assertThat(admission.recipient("")).isPresent();
        assertThat(admission.sender("")).isEmpty();
        assertThat(admission.recipient("x".repeat(400) + "@d.example")).isPresent();
        assertThat(admission.recipient("a@sub.d.example")).isPresent();
        assertThat(admission.recipient("A@D.Example")).isEmpty();
    }
}
