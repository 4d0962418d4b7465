package org.muniment.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.web.WebAccount.Asked;
import org.muniment.archive.web.WebAccount.Kind;

/** What the registers of accounts and of watched pages promise on every database. */
abstract class WebAccountsContract {
    private static final Officer CLERK = new Officer("Maria Ortiz, Records");
    private static final Officer SUPERINTENDENT = new Officer("Dr. Elena Marsh, Superintendent");
    /** The evening of March 2 in California. */
    private static final Instant NOW = Instant.parse("2026-03-03T04:00:00Z");

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Ledger ledger;
    private WebAccounts accounts;
    private WatchedPages pages;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openRegister() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/t"));
        accounts = new WebAccounts(catalogue.writer(), catalogue.reader(), ledger, ZoneId.of("America/Los_Angeles"));
        pages = new WatchedPages(catalogue.writer(), catalogue.reader());
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private static Asked asked(String name, LocalDate day) {
        return new Asked(
                name, "Facebook", "https://facebook.example/lincoln", "News for families", "Ruth Ashgrove", day);
    }

    private WebAccount request(String name) {
        return change(() -> accounts.request(asked(name, LocalDate.of(2026, 3, 2)), CLERK, NOW));
    }

    private WebAccount answer(String name, Kind kind, String words) {
        return change(() -> accounts.answer(name, kind, words, SUPERINTENDENT, NOW.plusSeconds(60)));
    }

    private <T> T change(java.util.function.Supplier<T> step) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> step.get()));
    }

    @Test
    void aRequestIsAnsweredWithinSevenDaysAndEveryAnswerStays() {
        WebAccount entered = request("Lincoln-Facebook");
        assertThat(entered.id()).isEqualTo("W1");
        assertThat(entered.asked().name()).isEqualTo("lincoln-facebook");
        assertThat(entered.due()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(entered.isOpen()).isTrue();
        assertThat(entered.isAuthorised()).isFalse();
        assertThat(answer("lincoln-facebook", Kind.MORE_ASKED, "Who answers comments?")
                        .isOpen())
                .isTrue();
        WebAccount authorised = answer("LINCOLN-facebook", Kind.AMENDED, "Without comments");
        assertThat(authorised.isAuthorised()).isTrue();
        assertThat(answer("lincoln-facebook", Kind.ENDED, "Moved to the web site")
                        .isAuthorised())
                .isFalse();
        assertThat(accounts.named("lincoln-facebook").orElseThrow().answers())
                .extracting(WebAccount.Answer::kind)
                .containsExactly(Kind.MORE_ASKED, Kind.AMENDED, Kind.ENDED);
        assertThat(ledger.entriesFor("W1"))
                .hasSize(4)
                .noneMatch(entry -> entry.json().contains("Ashgrove"));
        assertThat(request("lincoln-facebook").id()).isEqualTo("W2");
    }

    @Test
    void whatThePolicyDoesNotAllowIsRefusedAndChangesNothing() {
        request("lincoln-facebook");
        long entries = ledger.size();
        assertRefused(() -> request("lincoln-facebook"), "already");
        assertRefused(() -> request("Lincoln Facebook"), "not 'Lincoln Facebook'");
        assertRefused(
                () -> change(() -> accounts.request(asked("x", LocalDate.of(2026, 3, 3)), CLERK, NOW)),
                "still to come");
        assertRefused(() -> answer("lincoln-facebook", Kind.REJECTED, " "), "The explanation");
        assertRefused(() -> answer("lincoln-facebook", Kind.ENDED, "x"), "Only an authorised account");
        assertRefused(() -> answer("nobody", Kind.APPROVED, ""), "no account 'nobody'");
        assertRefused(
                () -> change(() -> accounts.answer(
                        "lincoln-facebook", Kind.APPROVED, "", new Officer("ruth ashgrove, Principal"), NOW)),
                "does not authorise");
        answer("lincoln-facebook", Kind.APPROVED, "");
        assertRefused(() -> answer("lincoln-facebook", Kind.REJECTED, "x"), "was answered");
        assertThat(ledger.size()).isEqualTo(entries + 1);
        assertThat(accounts.all()).hasSize(1);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step, String words) {
        assertThatThrownBy(step).isInstanceOf(AccountRefused.class).hasMessageContaining(words);
    }

    @Test
    void aVisitThatWasBrokenOffGoesOnAndPagesAreAsLastNoted() {
        Instant begun = change(() -> pages.begin("crawl/site", NOW));
        assertThat(change(() -> pages.begin("crawl/site", NOW.plusSeconds(9)))).isEqualTo(begun);
        WatchedPage page = new WatchedPage(
                "https://x.example/é?" + "a".repeat(3_000), "p", "i", "e", "m", List.of("a", "b"), NOW, NOW, null, 1);
        change(() -> {
            pages.save("crawl/site", List.of(page));
            pages.save("crawl/site", List.of(page.gone(NOW.plusSeconds(3)).gone(NOW.plusSeconds(5))));
            pages.end("crawl/site", NOW);
            return "";
        });
        assertThat(pages.of("crawl/site")).containsExactly(page.gone(NOW.plusSeconds(3)));
        assertThat(pages.of("crawl/other")).isEmpty();
        assertThat(pages.lastEnded("crawl/site")).contains(NOW);
        assertThat(change(() -> pages.begin("crawl/site", NOW.plusSeconds(9)))).isEqualTo(NOW.plusSeconds(9));
        assertThat(pages.lastEnded("crawl/site")).isEmpty();
        assertThat(pages.sources()).containsExactly("crawl/site");
    }
}
