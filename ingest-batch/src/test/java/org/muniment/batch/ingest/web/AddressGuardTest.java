package org.muniment.batch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "198.18.0.1",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001::1",
                "2001:db8::1",
                "fec0::1"
            })
    void addressesOfTheOwnNetworkAreNotAsked(String address) {
        assertThat(new AddressGuard(false).refusal(InetAddress.ofLiteral(address)))
                .as(address)
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::"})
    void publicAddressesAre(String address) {
        assertThat(new AddressGuard(false).refusal(InetAddress.ofLiteral(address)))
                .as(address)
                .isEmpty();
    }

    private WebClient client(LocalSite site, boolean allowPrivate, NameLookup names) {
        WebTerms terms = new WebTerms(
                "Muniment/1", Duration.ZERO, Duration.ofSeconds(5), 1 << 20, allowPrivate, Set.of(site.port(), 80));
        return new WebClient(terms, names, folder, Clock.systemUTC());
    }

    @Test
    void aNameThatMeansAPrivateAddressIsRefusedHoweverItIsWritten() throws IOException {
        try (LocalSite site = new LocalSite()) {
            WebClient client = client(site, false, NameLookup.SYSTEM);
            for (String host :
                    List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433")) {
                URI address = URI.create("http://" + host + ":" + site.port() + "/");
                assertThatThrownBy(() -> client.get(address, Map.of())).as(host).isInstanceOf(IOException.class);
            }
            assertThat(site.asked()).isEmpty();
        }
    }

    /** The name is asked for once; what it means later opens nothing. */
    @Test
    void aNameThatChangesItsMeaningOpensNothing() throws IOException {
        try (LocalSite site = new LocalSite()) {
            Deque<String> meanings = new ArrayDeque<>(List.of("127.0.0.1", "8.8.8.8"));
            WebClient client = client(site, false, name -> List.of(InetAddress.ofLiteral(meanings.remove())));
            URI address = URI.create("http://rebinding.example:" + site.port() + "/");
            assertThatThrownBy(() -> client.get(address, Map.of()))
                    .hasMessageContaining("127.0.0.1 is a private address");
            assertThat(meanings).hasSize(1);
            assertThat(site.asked()).isEmpty();
        }
    }

    @Test
    void portsAndSchemesAreLimited() throws IOException {
        try (LocalSite site = new LocalSite()) {
            WebClient client = client(site, true, NameLookup.SYSTEM);
            for (String address : List.of(
                    "http://127.0.0.1:22/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/")) {
                assertThatThrownBy(() -> client.get(URI.create(address), Map.of()))
                        .as(address)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void anAnswerIsKeptByteForByteUpToItsLimit() throws IOException {
        try (LocalSite site = new LocalSite()) {
            site.page("/large", "x".repeat(3 << 20));
            site.page("/small", "<p>small");
            WebClient client = client(site, true, NameLookup.SYSTEM);
            try (WebAnswer small = client.get(site.address("/small"), Map.of());
                    WebAnswer large = client.get(site.address("/large"), Map.of())) {
                String bytes = new String(small.bytes().open().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertThat(bytes).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n<p>small");
                assertThat(small.cut()).isFalse();
                assertThat(large.cut()).isTrue();
                assertThat(large.bytes().size()).isBetween(1L << 20, (1L << 20) + 1_000);
            }
        }
    }
}
