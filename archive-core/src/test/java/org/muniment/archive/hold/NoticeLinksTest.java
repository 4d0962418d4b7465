package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogues;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;

/** The signed part of a link: what it says, and that nobody else can say it. */
class NoticeLinksTest {
    private static final NoticeLink LINK =
            new NoticeLink(new HoldId("H3"), new Custodian("o'neil+b@district.example"), HoldDesk.NOON);

    @TempDir
    private Path folder;

    private HoldDesk desk;
    private NoticeLinks links;

    @BeforeEach
    void openDesk() {
        desk = HoldDesk.open(Catalogues.sqlite(folder), folder);
        links = new NoticeLinks(desk.ledger());
    }

    @AfterEach
    void closeCatalogue() {
        desk.catalogue().close();
    }

    private String signed(String json) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        byte[] said = json.getBytes(StandardCharsets.UTF_8);
        return encoder.encodeToString(said) + "."
                + encoder.encodeToString(desk.ledger().sign(said));
    }

    @Test
    void aLinkSaysWhatWasPutInAndFitsIntoAnAddress() {
        String written = links.write(LINK);
        assertThat(written).matches("[A-Za-z0-9_.-]{100,400}").isEqualTo(links.write(LINK));
        assertThat(links.read(written)).contains(LINK);
    }

    @Test
    void noChangedCharacterIsAccepted() {
        String written = links.write(LINK);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int at = random.nextInt(written.length());
            char other = "ABCabc019-_.=".charAt(random.nextInt(13));
            String changed = written.substring(0, at) + other + written.substring(at + 1);
            if (!changed.equals(written)) {
                assertThat(links.read(changed))
                        .as("seed %d, round %d: %s", seed, round, changed)
                        .isEmpty();
            }
        }
        assertThat(List.of("", ".", "a.b.c", written + ".", written + "=", "x".repeat(5000)))
                .allMatch(text -> links.read(text).isEmpty());
    }

    @Test
    void whatIsSignedForAnythingElseIsNoLink() {
        String own = "{\"custodian\":\"a@x.example\",\"hold\":\"H1\",\"purpose\":"
                + "\"acknowledge the notice of a legal hold\",\"sent\":5}";
        assertThat(links.read(signed(own))).isPresent();
        assertThat(links.read(signed(own.replace("acknowledge", "release")))).isEmpty();
        assertThat(links.read(signed(own.replace("\"sent\"", "\"more\":1,\"sent\""))))
                .isEmpty();
        assertThat(links.read(signed(own.replace("a@x", "A@x")))).isEmpty();
        assertThat(links.read(signed("{\"certificate\":\"C1\"}"))).isEmpty();
    }

    @Test
    void anotherArchivesLinkIsNone() {
        Ledger other = new Ledger(
                desk.catalogue().writer(),
                desk.catalogue().reader(),
                LedgerKey.open(folder.resolve("other.key"), "district.example/other"));
        assertThat(links.read(new NoticeLinks(other).write(LINK))).isEmpty();
    }
}
