package org.muniment.archive.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatesTest {
    @Test
    void aNumberHasItsPrefixADashAndNineDigits() {
        BatesNumber number = new BatesNumber("CUSD", 123);
        assertThat(number).hasToString("CUSD-000000123");
        assertThat(BatesNumber.parse("CUSD-000000123")).isEqualTo(number);
        assertThat(number.plus(7)).hasToString("CUSD-000000130");
        assertThat(number).isLessThan(number.plus(1)).isLessThan(new BatesNumber("D", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUSD-123",
                "cusd-000000001",
                "CUSD-000000000",
                "CUSD000000001",
                "-000000001",
                "1CU-000000001",
                "CU SD-000000001",
                "CUSD-000000001 ",
                "CUSD--00000001",
                "ABCDEFGHIJKLMNOPQRSTU-000000001"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> BatesNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersEndAtNineNines() {
        BatesNumber last = new BatesNumber("CUSD", BatesNumber.LARGEST);
        assertThat(last).hasToString("CUSD-999999999");
        assertThatThrownBy(() -> last.plus(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRangeCountsItsPages() {
        BatesNumber first = new BatesNumber("CUSD", 5);
        BatesRange range = new BatesRange(first, first.plus(2));
        assertThat(range.pages()).isEqualTo(3);
        assertThat(range).hasToString("CUSD-000000005 - CUSD-000000007");
        assertThat(new BatesRange(first, first)).hasToString("CUSD-000000005");
        assertThat(range.contains(first.plus(2))).isTrue();
        assertThat(range.contains(first.plus(3))).isFalse();
        assertThat(range.contains(new BatesNumber("LEGAL", 5))).isFalse();
        assertThatThrownBy(() -> new BatesRange(first.plus(1), first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lessThanWasShownBeforeIsADifferenceAndMoreOfWhatWasWithheldIsNot() {
        BatesRange pages = new BatesRange(new BatesNumber("CUSD", 5), new BatesNumber("CUSD", 7));
        var red = ProductionDesk.digest("red");
        var blue = ProductionDesk.digest("blue");
        EarlierRelease whole = release(new Disclosed(ProductionDesk.item("a"), Disclosure.WHOLE, null, pages));
        assertThat(whole.differsFrom(Disclosure.WHOLE, null)).isEmpty();
        assertThat(whole.differsFrom(Disclosure.WITHHELD, null))
                .contains("released in PR1 at CUSD-000000005 - CUSD-000000007 in whole, now withheld");
        assertThat(whole.differsFrom(Disclosure.REDACTED, red))
                .hasValueSatisfying(words -> assertThat(words).endsWith("in whole, now redacted"));
        EarlierRelease redacted = release(new Disclosed(ProductionDesk.item("a"), Disclosure.REDACTED, red, pages));
        assertThat(redacted.differsFrom(Disclosure.REDACTED, red)).isEmpty();
        assertThat(redacted.differsFrom(Disclosure.REDACTED, blue))
                .hasValueSatisfying(words -> assertThat(words).endsWith("redacted, now redacted differently"));
        EarlierRelease withheld = release(new Disclosed(ProductionDesk.item("a"), Disclosure.WITHHELD, null, pages));
        assertThat(withheld.differsFrom(Disclosure.REDACTED, red)).isEmpty();
        assertThat(withheld.differsFrom(Disclosure.WITHHELD, null)).isEmpty();
    }

    private static EarlierRelease release(Disclosed disclosed) {
        return new EarlierRelease(new ProductionId("PR1"), ProductionDesk.NOON, disclosed);
    }
}
