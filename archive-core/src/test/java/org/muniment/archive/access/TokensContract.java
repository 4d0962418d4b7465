package org.muniment.archive.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

abstract class TokensContract {
    private static final Instant NOON = Instant.parse("2026-11-02T20:00:00Z");
    private static final LocalDate END = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Tokens tokens;

    abstract Catalogue catalogue(Path folder);

    @BeforeEach
    void open() {
        catalogue = catalogue(folder);
        tokens = new Tokens(catalogue.writer(), catalogue.reader(), ZoneId.of("America/Los_Angeles"));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private Tokens.Made make(String scopes, LocalDate ends) {
        return Objects.requireNonNull(catalogue
                .transactions()
                .execute(status -> tokens.make("clerk", "export", Scope.parse(scopes), ends, NOON)));
    }

    @Test
    void aTokenIsGoodUntilItsLastDayEndsInTheAgencysZone() {
        Tokens.Made made = make("mail:read,holds:write", END);
        assertThat(made.secret()).matches("mun_[A-Za-z0-9_-]{43}");
        assertThat(tokens.good(made.secret(), NOON)).contains(made.token());
        assertThat(tokens.good(made.secret(), Instant.parse("2026-12-01T07:59:59Z"))).isPresent();
        assertThat(tokens.good(made.secret(), Instant.parse("2026-12-01T08:00:00Z"))).isEmpty();
        assertThat(tokens.good(made.secret() + "x", NOON)).isEmpty();
    }

    @Test
    void theSecretIsNotKept() {
        Tokens.Made made = make("mail:read", END);
        assertThat(new org.springframework.jdbc.core.JdbcTemplate(catalogue.reader())
                        .queryForList("select * from access_token")
                        .toString())
                .doesNotContain(made.secret());
    }

    @Test
    void aTokenCoversWhatItNames() {
        Token token = make("mail:read,holds:write", END).token();
        assertThat(token.covers(Area.MAIL, false)).isTrue();
        assertThat(token.covers(Area.MAIL, true)).isFalse();
        assertThat(token.covers(Area.HOLDS, false)).isTrue();
        assertThat(token.covers(Area.HOLDS, true)).isTrue();
        assertThat(token.covers(Area.LEDGER, false)).isFalse();
    }

    @Test
    void aRevokedTokenIsGoodNoMoreAndOnlyItsOwnerRevokesIt() {
        Tokens.Made made = make("mail:read", END);
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> tokens.revoke("legal", made.token().number(), NOON));
        catalogue
                .transactions()
                .executeWithoutResult(
                        status -> tokens.revoke("clerk", made.token().number(), NOON));
        assertThat(tokens.good(made.secret(), NOON)).isEmpty();
        assertThat(tokens.of("clerk")).singleElement().satisfies(one -> assertThat(one.revoked())
                .isEqualTo(NOON));
        assertThat(tokens.of("legal")).isEmpty();
    }

    @Test
    void itsLastUseIsKeptToTheMinute() {
        Token token = make("mail:read", END).token();
        assertThat(tokens.isNews(token, NOON)).isTrue();
        catalogue.transactions().executeWithoutResult(status -> tokens.used(token, NOON));
        Token used = tokens.of("clerk").getFirst();
        assertThat(used.lastUsed()).isEqualTo(NOON);
        assertThat(tokens.isNews(used, NOON.plusSeconds(59))).isFalse();
        assertThat(tokens.isNews(used, NOON.plusSeconds(61))).isTrue();
    }

    @Test
    void aTokenWithoutEndNameOrScopeIsRefused() {
        for (LocalDate ends : Set.of(LocalDate.of(2026, 11, 1), LocalDate.of(2028, 1, 1))) {
            assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> make("mail:read", ends));
        }
        for (String scopes : Set.of("", "mail", "mail:delete", "everything:read", "mail:read:write")) {
            assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> make(scopes, END));
        }
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> tokens.make("clerk", " ", Scope.parse("mail:read"), END, NOON));
    }
}
