package org.muniment.archive.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the registers of accounts, links, tokens and looks promise on every database. */
abstract class AccessContract {
    private static final Officer SETUP = new Officer("Ines Roth, Systems");
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Records Clerk");
    private static final Instant NOW = Instant.parse("2026-06-01T17:00:00.123Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final ItemId ITEM = new ItemId("ab".repeat(12));

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Ledger ledger;
    private Users users;
    private SignIns signIns;
    private SetupLinks links;
    private Tokens tokens;
    private Looks looks;
    private LeavingLetters letters;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openRegisters() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        users = new Users(catalogue.writer(), catalogue.reader(), ledger);
        signIns = new SignIns(catalogue.writer(), catalogue.reader(), users);
        links = new SetupLinks(catalogue.writer(), users, signIns, ledger);
        tokens = new Tokens(catalogue.writer(), catalogue.reader(), ZoneId.of("America/Los_Angeles"));
        looks = new Looks(catalogue.writer(), catalogue.reader(), ledger);
        letters = new LeavingLetters(catalogue.writer(), catalogue.reader());
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private <T> T changed(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    private void change(Runnable change) {
        catalogue.transactions().executeWithoutResult(status -> change.run());
    }

    private User add(String name, String person, Role... roles) {
        return changed(
                () -> users.add(name, new Officer(person), name + "@district.example", Set.of(roles), SETUP, NOW));
    }

    private User active(String name, String person, Role... roles) {
        add(name, person, roles);
        change(() -> signIns.choosePassword(name, "hash of " + name));
        return users.find(name).orElseThrow();
    }

    private SignIn signIn(String name, String hash, Instant at) {
        return changed(() -> signIns.signIn(name, hash::equals, at));
    }

    @Test
    void anAccountIsThatOfOnePersonAndNobodyCanUseItBeforeAPasswordIsChosen() {
        User added = add("MOrtiz", "Maria Ortiz, Records Clerk", Role.CLERK);
        assertThat(added.name()).isEqualTo("mortiz");
        assertThat(added.roles()).containsExactlyInAnyOrder(Role.STAFF, Role.CLERK);
        assertThat(users.find(" MORTIZ ")).contains(added);
        assertThat(signIn("mortiz", "", NOW)).isEqualTo(new SignIn.Wrong());
        assertThatThrownBy(() -> add("maria", "maria ortiz, Director")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> add("no spaces", "Ann Lee")).hasMessageContaining("2 to 32 letters");
        change(() -> signIns.choosePassword("mortiz", "h"));
        assertThat(signIn("Mortiz", "h", NOW))
                .isEqualTo(new SignIn.SignedIn(users.find("mortiz").orElseThrow()));
        assertThat(ledger.entriesFor("user mortiz"))
                .extracting(entry -> entry.event())
                .containsExactly(new AccessStep.UserAdded(
                        NOW, "user mortiz", "Maria Ortiz, Records Clerk", "records clerk, staff", SETUP.name()));
    }

    @Test
    void wrongPasswordsLockTheAccountLongerEachTime() {
        active("mortiz", "Maria Ortiz");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("mortiz", "wrong", NOW)).isEqualTo(new SignIn.Wrong());
        }
        assertThat(signIn("mortiz", "hash of mortiz", NOW))
                .isEqualTo(new SignIn.LockedUntil(NOW.plus(Duration.ofMinutes(1))));
        assertThat(signIns.signInByAddress("mortiz@district.example", NOW))
                .isEqualTo(new SignIn.LockedUntil(NOW.plus(Duration.ofMinutes(1))));
        Instant later = NOW.plus(Duration.ofMinutes(1));
        assertThat(signIn("mortiz", "wrong", later)).isEqualTo(new SignIn.Wrong());
        assertThat(signIn("mortiz", "hash of mortiz", later.plusSeconds(119)))
                .isEqualTo(new SignIn.LockedUntil(later.plus(Duration.ofMinutes(2))));
        Instant open = later.plus(Duration.ofMinutes(2));
        assertThat(signIn("mortiz", "hash of mortiz", open)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(signIn("mortiz", "wrong", open)).isEqualTo(new SignIn.Wrong());
        assertThat(signIn("mortiz", "hash of mortiz", open)).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void whoIsKnownElsewhereSignsInByTheAddressOfAnActiveAccountOnly() {
        add("mortiz", "Maria Ortiz");
        assertThat(signIns.signInByAddress("mortiz@district.example", NOW)).isEqualTo(new SignIn.Wrong());
        change(() -> signIns.choosePassword("mortiz", "h"));
        assertThat(signIns.signInByAddress(" MOrtiz@District.Example", NOW))
                .isEqualTo(new SignIn.SignedIn(users.find("mortiz").orElseThrow()));
        assertThat(signIns.signInByAddress("mortiz", NOW)).isEqualTo(new SignIn.Wrong());
        change(() -> users.switchTo(false, "mortiz", SETUP, NOW));
        assertThat(signIns.signInByAddress("mortiz@district.example", NOW)).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void aPersonIsToldOfWhatLeavesOnceInATime() {
        LocalDate last = TODAY.minusDays(30);
        assertThat(letters.wasTold("mortiz", last)).isFalse();
        assertThat(changed(() -> letters.begin("mortiz", TODAY, 3, last))).isTrue();
        assertThat(letters.wasTold("mortiz", last)).isTrue();
        assertThat(letters.wasTold("iroth", last)).isFalse();
        assertThat(changed(() -> letters.begin("mortiz", TODAY.plusDays(29), 3, last.plusDays(29))))
                .isFalse();
        assertThat(changed(() -> letters.begin("mortiz", TODAY.plusDays(30), 3, last.plusDays(30))))
                .isTrue();
        change(() -> letters.giveUp("mortiz", TODAY.plusDays(30)));
        assertThat(letters.wasTold("mortiz", last.plusDays(30))).isFalse();
    }

    @Test
    void anUnknownNameCostsAsMuchAsAKnownOne() {
        active("mortiz", "Maria Ortiz");
        AtomicInteger asked = new AtomicInteger();
        for (String name : new String[] {"mortiz", "nobody"}) {
            assertThat(changed(() -> signIns.signIn(
                            name,
                            hash -> {
                                asked.addAndGet(hash.isEmpty() ? 0 : 1);
                                return false;
                            },
                            NOW)))
                    .isEqualTo(new SignIn.Wrong());
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyChangesWhatTheyMayDoThemselvesAndAnAdministratorRemains() {
        active("iroth", "Ines Roth", Role.ADMINISTRATOR);
        active("mortiz", "Maria Ortiz");
        Officer roth = new Officer("Ines Roth, Systems");
        assertThatThrownBy(() -> change(() -> users.changeRoles("iroth", Set.of(Role.CLERK), roth, NOW)))
                .hasMessageContaining("Nobody changes their own");
        assertThatThrownBy(() -> change(() -> users.switchTo(false, "iroth", ORTIZ, NOW)))
                .hasMessageContaining("last administrator");
        change(() -> users.changeRoles("mortiz", Set.of(Role.ADMINISTRATOR), roth, NOW));
        change(() -> users.switchTo(false, "iroth", ORTIZ, NOW));
        assertThat(signIn("iroth", "hash of iroth", NOW)).isEqualTo(new SignIn.Wrong());
        change(() -> users.switchTo(true, "iroth", ORTIZ, NOW));
        assertThat(signIn("iroth", "hash of iroth", NOW)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(ledger.entriesFor("user iroth")).hasSize(3);
    }

    @Test
    void aLinkIsGoodOnceForADayAndOnlyTheLatest() {
        add("mortiz", "Maria Ortiz");
        Secret first = changed(() -> links.make("mortiz", SETUP, NOW));
        Secret second = changed(() -> links.make("mortiz", SETUP, NOW));
        assertThat(links.find(first.text(), NOW)).isEmpty();
        assertThat(links.find(second.text(), NOW.plus(SetupLinks.GOOD_FOR))).isEmpty();
        assertThat(changed(() -> links.use(second.text(), "h", NOW)).name()).isEqualTo("mortiz");
        assertThatThrownBy(() -> changed(() -> links.use(second.text(), "other", NOW)))
                .isInstanceOf(AccessRefused.class);
        assertThat(signIn("mortiz", "h", NOW)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(second.toString()).doesNotContain(second.text());
    }

    @Test
    void anAdministratorGivesNobodyAReadingRoleAlone() {
        active("iroth", "Ines Roth, Systems", Role.ADMINISTRATOR);
        assertThat(active("first", "Ann Lee, Counsel", Role.LEGAL).roles())
                .as("while nobody could confirm it")
                .contains(Role.LEGAL);
        active("thall", "Tom Hall, Auditor", Role.AUDITOR);
        Officer hall = new Officer("Tom Hall, Auditor");
        assertThat(active("mortiz", "Maria Ortiz, Records Clerk", Role.CLERK).roles())
                .containsExactly(Role.STAFF);
        assertThat(users.waiting())
                .containsExactly(new RoleGrant("mortiz", ORTIZ, Role.CLERK, SETUP, "mortiz@district.example"));
        for (Officer same : List.of(SETUP, ORTIZ)) {
            assertThatThrownBy(() -> change(() -> users.confirmRole("mortiz", Role.CLERK, same, NOW)))
                    .isInstanceOf(AccessRefused.class)
                    .hasMessageContaining("another person");
        }
        assertThat(changed(() -> users.confirmRole("mortiz", Role.CLERK, hall, NOW))
                        .roles())
                .contains(Role.CLERK);
        assertThat(users.waiting()).isEmpty();
        assertThatThrownBy(() -> change(() -> users.confirmRole("mortiz", Role.CLERK, hall, NOW)))
                .hasMessageContaining("waits");
        assertThat(changed(() -> users.changeRoles("mortiz", Set.of(Role.CLERK, Role.LEGAL), SETUP, NOW))
                        .roles())
                .as("what was confirmed stays, what is new waits")
                .containsExactlyInAnyOrder(Role.STAFF, Role.CLERK);
        assertThat(ledger.entriesFor("user mortiz"))
                .extracting(entry -> entry.json().contains("to be confirmed"))
                .containsExactly(true, false, true);
    }

    @Test
    void whoseAnAddressIsTwoPeopleSayOrTheDistrictsOwnAccounts() {
        active("iroth", "Ines Roth, Systems", Role.ADMINISTRATOR);
        assertThat(active("thall", "Tom Hall, Auditor", Role.AUDITOR).isVouchedFor())
                .as("while nobody could confirm it")
                .isTrue();
        assertThat(active("mortiz", "Maria Ortiz").isVouchedFor()).isFalse();
        assertThat(active("alee", "Ann Lee, Counsel", Role.LEGAL).isVouchedFor())
                .isFalse();
        assertThat(users.waiting())
                .extracting(RoleGrant::user, RoleGrant::role)
                .as("a role and an address are confirmed together")
                .containsExactly(tuple("alee", Role.LEGAL), tuple("mortiz", Role.STAFF));
        Officer hall = new Officer("Tom Hall, Auditor");
        assertThat(changed(() -> users.confirmRole("alee", Role.LEGAL, hall, NOW))
                        .isVouchedFor())
                .isTrue();
        assertThatThrownBy(() -> change(() -> users.confirmRole("mortiz", Role.STAFF, SETUP, NOW)))
                .isInstanceOf(AccessRefused.class);
        change(() -> users.vouch("mortiz", new Officer("The district's own accounts"), NOW));
        assertThat(users.find("mortiz").orElseThrow().isVouchedFor()).isTrue();
        change(() -> users.vouch("mortiz", new Officer("The district's own accounts"), NOW));
        assertThat(users.waiting()).isEmpty();
        assertThat(ledger.entriesFor("user mortiz")).as("added, vouched for").hasSize(2);
    }

    @Test
    void whoeverLooksAfterTheMachineOrTheReadersDoesNotRead() {
        assertThatThrownBy(() -> add("iroth", "Ines Roth, Systems", Role.ADMINISTRATOR, Role.CLERK))
                .hasMessageContaining("does not read");
        add("thall", "Tom Hall, Auditor", Role.AUDITOR);
        assertThatThrownBy(() -> change(() -> users.changeRoles("thall", Set.of(Role.AUDITOR, Role.LEGAL), SETUP, NOW)))
                .hasMessageContaining("auditor");
        assertThat(users.ofAddress("THALL@district.example"))
                .contains(users.find("thall").orElseThrow());
    }

    @Test
    void aTokenIsGoodInTheAreasItWasMadeFor() {
        active("mortiz", "Maria Ortiz");
        Reach some = Reach.of(Map.of(Area.SEARCH, Token.Scope.READ, Area.HOLDS, Token.Scope.WRITE));
        Tokens.Made made = changed(() -> tokens.make("mortiz", "holds", some, TODAY, NOW));
        Reach known = tokens.use(made.secret().text(), NOW).orElseThrow().reach();
        assertThat(known).isEqualTo(some);
        assertThat(known.allows(Area.SEARCH, Token.Scope.READ)).isTrue();
        assertThat(known.allows(Area.SEARCH, Token.Scope.WRITE)).isFalse();
        assertThat(known.allows(Area.HOLDS, Token.Scope.READ)).isTrue();
        assertThat(known.allows(Area.ADMIN, Token.Scope.READ)).isFalse();
        assertThat(known.words())
                .containsExactly("Mail and searches: look", "Holds, people and departures: look and change");
        assertThatThrownBy(() -> Reach.of(Map.of())).isInstanceOf(AccessRefused.class);
    }

    @Test
    void aTokenFromBeforeThereWereAreasIsGoodInAllOfThem() {
        active("mortiz", "Maria Ortiz");
        Tokens.Made made = changed(() -> tokens.make("mortiz", "old", Token.Scope.WRITE, TODAY, NOW));
        String areas = new JdbcTemplate(catalogue.writer())
                .queryForObject("select areas from access_token where label = 'old'", String.class);
        assertThat(areas).isEmpty();
        Reach known = tokens.use(made.secret().text(), NOW).orElseThrow().reach();
        assertThat(known).isEqualTo(Reach.whole(Token.Scope.WRITE));
        assertThat(Area.values()).allMatch(area -> known.allows(area, Token.Scope.WRITE));
    }

    @Test
    void aTokenIsGoodUntilItsLastDayOrUntilItIsTakenBack() {
        active("mortiz", "Maria Ortiz");
        assertThatThrownBy(() ->
                        changed(() -> tokens.make("mortiz", "export", Token.Scope.READ, TODAY.plusDays(400), NOW)))
                .hasMessageContaining("within a year");
        Tokens.Made made = changed(() -> tokens.make("mortiz", "export", Token.Scope.READ, TODAY, NOW));
        assertThat(changed(() -> tokens.use(made.secret().text(), NOW))).contains(made.token());
        assertThat(tokens.of("mortiz"))
                .extracting(Token::used)
                .containsExactly(Instant.ofEpochMilli(NOW.toEpochMilli()));
        assertThat(changed(() -> tokens.use(made.secret().text(), NOW.plus(Duration.ofDays(1)))))
                .isEmpty();
        assertThat(changed(() -> tokens.use("guess", NOW))).isEmpty();
        assertThat(changed(() -> tokens.end("somebody", made.token().number(), NOW)))
                .isFalse();
        assertThat(changed(() -> tokens.use(made.secret().text(), NOW))).isPresent();
        assertThat(changed(() -> tokens.end("mortiz", made.token().number(), NOW)))
                .isTrue();
        assertThat(changed(() -> tokens.use(made.secret().text(), NOW))).isEmpty();
    }

    @Test
    void looksAreListedByWhomAtWhatAndForWhat() {
        Purpose request = new Purpose.Request("R1");
        change(() -> looks.searched("mortiz", request, "climber", 27, NOW));
        change(() -> looks.look("mortiz", request, ITEM, NOW.plusSeconds(1)));
        change(() -> looks.look("alee", new Purpose.Matter("M2"), ITEM, NOW.plusSeconds(2)));
        assertThat(looks.list(Looks.Asked.ALL, 0, 10)).extracting(Look::number).containsExactly(3L, 2L, 1L);
        assertThat(looks.list(Looks.Asked.ALL, 3, 1)).extracting(Look::number).containsExactly(2L);
        assertThat(looks.list(new Looks.Asked("mortiz", ITEM, request, NOW, NOW.plusSeconds(2)), 0, 10))
                .singleElement()
                .isEqualTo(new Look(2, NOW.plusSeconds(1).minusNanos(0), "mortiz", request, ITEM.value(), "", 0));
    }

    @Test
    void whatIsTakenOutTogetherIsALookAtEachInItsOrder() {
        Purpose production = new Purpose.Production("Departed employee: cbo@district.example");
        change(() -> looks.look("alee", production, ITEM, NOW));
        List<ItemId> items = IntStream.range(0, 2_500)
                .mapToObj(number -> new ItemId(String.format(Locale.ROOT, "%024x", number)))
                .toList();
        change(() -> looks.takenOut("mortiz", production, items, "the bundle PR1", NOW));
        change(() -> looks.takenOut("mortiz", production, List.of(), "the bundle PR2", NOW));
        List<Look> listed = looks.list(Looks.Asked.ALL, 0, 10_000).reversed().subList(1, 2_501);
        assertThat(listed)
                .extracting(Look::item)
                .containsExactlyElementsOf(items.stream().map(ItemId::value).toList());
        assertThat(listed.getLast())
                .isEqualTo(new Look(
                        2_501, NOW, "mortiz", production, items.getLast().value(), "the bundle PR1", 0));
        assertThat(listed.getLast().takenOutWith()).isEqualTo("the bundle PR1");
        assertThat(changed(() -> looks.seal(NOW))).contains(2_501L);
        change(() -> looks.look("alee", production, ITEM, NOW));
        assertThat(looks.list(Looks.Asked.ALL, 0, 1).getFirst().number()).isEqualTo(2_502);
    }

    @Test
    void aLookThatIsChangedAfterwardsIsFound() {
        for (int i = 0; i < 3; i++) {
            change(() -> looks.look("mortiz", new Purpose.Retention(), ITEM, NOW));
        }
        assertThat(changed(() -> looks.seal(NOW))).contains(3L);
        assertThat(changed(() -> looks.seal(NOW))).isEmpty();
        change(() -> looks.searched("mortiz", new Purpose.Monitoring("Ann Lee, Superintendent"), "x", 0, NOW));
        assertThat(changed(() -> looks.seal(NOW))).contains(4L);
        assertThat(looks.faults()).isEmpty();
        change(() -> new JdbcTemplate(catalogue.writer()).update("update look set account = 'alee' where number = 2"));
        assertThat(looks.faults()).singleElement().asString().startsWith("looks 1 to 3 are not as they were");
    }

    @Test
    void aPurposeIsReadAsItIsWritten() {
        for (String text : new String[] {
            "request:R1", "matter:M20", "monitoring:Ann Lee, Superintendent", "retention", "production:Mail of 2024"
        }) {
            assertThat(Purpose.parse(text)).hasToString(text);
        }
        for (String text : new String[] {"", "request:", "request:M1", "curiosity", "monitoring: "}) {
            assertThatThrownBy(() -> Purpose.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
