package org.muniment.archive.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.ledger.Officer;

class PasswordRulesTest {
    private static final User MARIA = new User(
            "mortiz",
            new Officer("Maria Ortiz, Records"),
            "m.ortiz@district.example",
            Set.of(),
            User.State.INVITED,
            true);

    @ParameterizedTest
    @CsvSource({
        "Short-1,12 to 200",
        "1234-5678-9012,a letter",
        "Quiet-Harbor-Lanterns,a number",
        "QuietHarbor7Lanterns,a symbol",
        "My-Password-2026,try first",
        "aaaaaaaaaaa-1,try first",
        "the-ORTIZ-house-7,your name"
    })
    void eachFaultIsSaidWithItsSource(String password, String words) {
        assertThat(PasswordRules.faults(password, MARIA))
                .singleElement()
                .asString()
                .contains(words)
                .containsPattern("AR 7203 N|NIST");
    }

    @Test
    void aPasswordWithLettersNumbersAndSymbolsWillDo() {
        assertThat(PasswordRules.faults("Quiet-Harbor-7-Lanterns", MARIA)).isEmpty();
        assertThat(PasswordRules.faults("stille Häfen & 7 Lampen", MARIA)).isEmpty();
    }
}
