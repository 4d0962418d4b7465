package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.request.ResponsePeriod.Unit;

class ResponsePeriodsTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void aBillThatIsNotLawChangesNothingButACaution() {
        ResponsePeriods shipped = ResponsePeriods.shipped();
        ResponsePeriod before = shipped.on(NEW_YEAR.minusDays(1));
        ResponsePeriod after = shipped.on(NEW_YEAR);
        assertThat(before.unit()).isEqualTo(Unit.CALENDAR_DAYS);
        assertThat(before.warning()).isEmpty();
        assertThat(after.unit()).isEqualTo(Unit.CALENDAR_DAYS);
        assertThat(after.warning()).get().asString().contains("AB 1821", "Have counsel confirm");
        assertThat(shipped.expected()).extracting(ResponsePeriod::unit).containsExactly(Unit.BUSINESS_DAYS);
    }

    @Test
    void aGroundCountsFromTheDayOnWhichItBecameLaw() {
        ResponsePeriods shipped = ResponsePeriods.shipped();
        assertThat(shipped.on(LocalDate.of(2025, 12, 31)).allows(ExtensionGround.CYBERATTACK))
                .isFalse();
        assertThat(shipped.on(LocalDate.of(2026, 1, 1)).allows(ExtensionGround.CYBERATTACK))
                .isTrue();
        assertThat(shipped.on(LocalDate.of(2025, 12, 31)).allows(ExtensionGround.PROCLAIMED_EMERGENCY))
                .isTrue();
    }

    @Test
    void aDistrictPutsIntoForceWhatCounselConfirmedAndOldRequestsStayAsTheyWere(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve(ResponsePeriods.FILE), """
                periods:
                  - {received-from: 2020-01-01, unit: calendar-days, determination: 10, extension: 14,
                     grounds: [voluminous], cite: the old law, verified: true, in-force: true}
                  - {received-from: 2027-01-01, unit: business-days, determination: 10, extension: 14,
                     grounds: [consultation], cite: the new law, verified: true, in-force: true}
                """);
        ResponsePeriods own = ResponsePeriods.of(folder);
        assertThat(own.on(NEW_YEAR.minusDays(1)).unit()).isEqualTo(Unit.CALENDAR_DAYS);
        assertThat(own.on(NEW_YEAR).unit()).isEqualTo(Unit.BUSINESS_DAYS);
        assertThat(own.on(NEW_YEAR).warning()).isEmpty();
        assertThat(own.on(NEW_YEAR).allows(ExtensionGround.VOLUMINOUS)).isFalse();
        assertThat(ResponsePeriods.of(folder.resolve("elsewhere"))).isEqualTo(ResponsePeriods.shipped());
    }

    @Test
    void whatNobodyReadCannotBeInForce() {
        assertThatThrownBy(() -> ResponsePeriods.read("""
                        periods:
                          - {received-from: 2020-01-01, unit: weeks, determination: 10, extension: 14, grounds: [],
                             cite: x, verified: true, in-force: true, speed: 3}
                          - {received-from: 2027-01-01, unit: business-days, determination: 10, extension: 14, grounds: [whim],
                             cite: y, verified: false, in-force: true}
                        """))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("no key 'speed'")
                .hasMessageContaining("in force and not verified")
                .hasMessageContaining("no ground");
        assertThatThrownBy(() -> ResponsePeriods.read("periods: []"))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("no period is in force");
        assertThatThrownBy(() -> ResponsePeriods.read("{"))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("no YAML");
    }
}
