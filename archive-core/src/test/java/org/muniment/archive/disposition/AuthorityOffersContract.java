package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/** What a standing authority that waits for its second signature promises on every database. */
abstract class AuthorityOffersContract {
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final Officer LEE = new Officer("Ann Lee, Superintendent");
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final Set<SeriesId> SERIES = Set.of(new SeriesId("R58"), new SeriesId("R59"));

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Ledger ledger;
    private StandingAuthorities authorities;
    private AuthorityOffers offers;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openRegisters() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        authorities = new StandingAuthorities(
                catalogue.writer(), catalogue.reader(), ledger, ZoneId.of("America/Los_Angeles"));
        offers = new AuthorityOffers(catalogue.writer(), catalogue.reader(), authorities);
    }

    @AfterEach
    void closeCatalogue() {
        catalogue.close();
    }

    private <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    @Test
    void nothingHoldsBeforeBothHaveSigned() {
        AuthorityOffers.Offer offer = change(() -> offers.sign(SERIES, ORTIZ, NOON));
        assertThat(offers.waiting()).containsExactly(offer);
        assertThat(offer).isEqualTo(new AuthorityOffers.Offer(1, SERIES, ORTIZ, NOON));
        assertThat(authorities.all()).isEmpty();
        assertThat(ledger.size()).isZero();
        StandingAuthority signed = change(() -> offers.countersign(1, LEE, NOON));
        assertThat(authorities.holdingOn(LocalDate.of(2026, 3, 2))).containsExactly(signed);
        assertThat(signed.by()).isEqualTo(ORTIZ);
        assertThat(signed.second()).isEqualTo(LEE);
        assertThat(signed.series()).isEqualTo(SERIES);
        assertThat(offers.waiting()).isEmpty();
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void thePersonWhoSignedFirstIsNotTheSecondAndItGoesOnWaiting() {
        change(() -> offers.sign(SERIES, ORTIZ, NOON));
        assertThatThrownBy(() -> change(() -> offers.countersign(1, new Officer("maria ortiz, Clerk"), NOON)))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("two persons");
        assertThat(offers.waiting()).hasSize(1);
        assertThat(authorities.all()).isEmpty();
    }

    @Test
    void whatWasTakenBackOrSignedIsSignedNoMore() {
        change(() -> offers.sign(SERIES, ORTIZ, NOON));
        change(() -> offers.sign(SERIES, LEE, NOON));
        catalogue.transactions().executeWithoutResult(status -> offers.withdraw(1, NOON));
        assertThatThrownBy(() -> change(() -> offers.countersign(1, LEE, NOON))).isInstanceOf(DispositionRefused.class);
        change(() -> offers.countersign(2, ORTIZ, NOON));
        assertThatThrownBy(() -> change(() -> offers.countersign(2, ORTIZ, NOON)))
                .isInstanceOf(DispositionRefused.class);
        assertThatThrownBy(() -> change(() -> offers.sign(Set.of(), ORTIZ, NOON)))
                .hasMessageContaining("at least one");
        assertThat(offers.waiting()).isEmpty();
        assertThat(authorities.all()).hasSize(1);
    }
}
