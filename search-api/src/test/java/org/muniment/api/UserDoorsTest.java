package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.item.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;

/** The commands about accounts, as somebody at the machine meets them. */
class UserDoorsTest {
    private static final String INES = "Ines Roth, Systems";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void create() {
        console = new Console(folder.resolve("archive"));
        assertThat(console.run("init").code()).isZero();
    }

    private Console.Said add(String name, String person, String role) {
        return console.run(
                "users",
                "add",
                name,
                "--person",
                person,
                "--address",
                name + "@district.example",
                "--role",
                role,
                "--by",
                INES);
    }

    @Test
    void anAccountIsAddedWithALinkAndNeverAPassword() {
        Console.Said said = add("mortiz", "Maria Ortiz, Records Clerk", "clerk");
        assertThat(said.code()).isZero();
        assertThat(said.out()).containsPattern("/welcome/[A-Za-z0-9_-]{43}\\n").contains("invited", "staff, clerk");
        assertThat(console.run("users", "link", "mortiz", "--by", INES).out()).contains("/welcome/");
        Console.Said listed = console.run("users", "list", "--json");
        assertThat(listed.json().get("users").get(0).get("name").asString()).isEqualTo("mortiz");
        assertThat(listed.out()).doesNotContain("/welcome/");
        assertThat(add("maria", "Maria Ortiz, Director", "legal").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(add("tom", "Tom Hall", "boss").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void rolesAreSetAndAnAccountIsClosedAndOpenedAgain() {
        add("mortiz", "Maria Ortiz, Records Clerk", "clerk");
        assertThat(console.run("users", "roles", "mortiz", "--role", "legal,records-officer", "--by", INES)
                        .out())
                .contains("staff, legal, records-officer");
        assertThat(console.run("users", "roles", "mortiz", "--role", "legal", "--by", "Maria Ortiz")
                        .err())
                .contains("Nobody changes their own");
        assertThat(console.run("users", "disable", "mortiz", "--by", INES).out())
                .contains("disabled");
        assertThat(console.run("users", "link", "mortiz", "--by", INES).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.run("users", "disable", "mortiz", "--undo", "--by", INES)
                        .out())
                .contains("invited");
        assertThat(console.run("users", "confirm", "mortiz", "clerk", "--by", INES)
                        .err())
                .contains("waits to be confirmed");
    }

    @Test
    void looksAreListedAndAChangedOneIsFound() {
        try (Archive archive = Archive.decide(console.archive(), Console.CLOCK)) {
            archive.catalogue().transactions().executeWithoutResult(status -> {
                archive.access()
                        .looks()
                        .look(
                                "mortiz",
                                new Purpose.Request("R1"),
                                new ItemId("ab".repeat(12)),
                                Console.CLOCK.instant());
                archive.access().looks().searched("alee", new Purpose.Matter("M2"), "=cmd", 7, Console.CLOCK.instant());
                archive.access().looks().seal(Console.CLOCK.instant());
            });
            assertThat(console.run("users", "looks").out()).contains("2 looks", "searched =cmd: 7 found", "request:R1");
            assertThat(console.run("users", "looks", "--user", "mortiz", "--to", "2026-11-01")
                            .out())
                    .contains("1 look\n", "item abab");
            assertThat(console.run("users", "looks", "--to", "2026-10-31").out())
                    .isEqualTo("0 looks\n");
            assertThat(console.run("users", "looks", "--purpose", "curiosity").code())
                    .isEqualTo(ExitCode.WRONG_USAGE);
            new JdbcTemplate(archive.catalogue().writer()).update("update look set account = 'x' where number = 1");
        }
        Console.Said faulty = console.run("users", "looks");
        assertThat(faulty.code()).isEqualTo(ExitCode.FAILED);
        assertThat(faulty.out()).contains("FAULT  looks 1 to 2");
    }
}
