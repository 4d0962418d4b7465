package org.muniment.api.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;

/** A schedule's way from a file to its adoption by two officers, over HTTP. */
class AdoptionPagesTest {
    private static final String PAGE = "/admin/schedules";
    private static final String CLOVIS = ShippedSchedules.read("clovis-ar-7203");

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        try (Archive archive = Archive.decide(home, Console.CLOCK)) {
            TestDistrict.add(archive, "second", "Lena Moss, Superintendent", Role.RECORDS_OFFICER);
        }
        server = TestServer.start(home);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Visitor.Answer upload(Visitor who, String name, byte[] file) {
        who.get(PAGE);
        return who.upload(PAGE + "/preview", "file", name, file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String said(Visitor.Answer answer) {
        return answer.page().select(".mu-said, .usa-error-message, main").text();
    }

    @Test
    void twoOfficersAdoptAScheduleAndTheItemsFollow() {
        try (Visitor officer = new Visitor(server).signIn("officer");
                Visitor second = new Visitor(server).signIn("second");
                Visitor auditor = new Visitor(server).signIn("auditor")) {
            Visitor.Answer comparing = upload(officer, "ours.yaml", bytes(CLOVIS));
            assertThat(officer.ended(comparing)).contains("of 330 items would move");
            String shown = officer.get(comparing.at().getPath())
                    .page()
                    .select("#state a.usa-button")
                    .attr("href");
            Visitor.Answer changes = officer.get(shown);
            assertThat(changes.page().select("[aria-label='First items that move'] tbody tr"))
                    .hasSize(20);
            assertThat(auditor.get(shown).page().select("[aria-label='First items that move'], form[action*=checked]"))
                    .isEmpty();
            officer.get(shown);
            assertThat(officer.post(shown, Map.of("effective", "")).status()).isEqualTo(422);
            assertThat(said(officer.post(shown, Map.of("effective", "2026-11-01"))))
                    .contains("another officer adopts it");
            assertThat(said(officer.post(shown, Map.of("effective", "2026-11-01"))))
                    .contains("proposed clovis-ar-7203 already");

            String digest = shown.substring(shown.lastIndexOf('/') + 1);
            String adoption = PAGE + "/proposals/" + digest + "/adoption";
            assertThat(officer.get("/").text()).contains("Schedule to adopt", "waits for another person");
            assertThat(officer.get(PAGE).page().select("form[action$=adoption]"))
                    .isEmpty();
            Visitor.Answer alone = officer.post(adoption, Map.of());
            assertThat(alone.status()).isEqualTo(409);
            assertThat(alone.text()).contains("is one person");
            assertThat(second.get("/").text()).contains("Schedule to adopt", "second person");
            second.get(PAGE);
            assertThat(second.ended(second.post(adoption, Map.of()))).contains("items looked at");
            assertThat(second.post(adoption, Map.of()).status()).as("once").isEqualTo(409);
            assertThat(second.get(PAGE)
                            .page()
                            .select("[aria-label=Versions] tbody")
                            .text())
                    .contains("clovis-ar-7203", "in force", "Ray Chen", "Lena Moss");
            assertThat(second.get("/").text()).doesNotContain("Schedule to adopt");
        }
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            assertThat(archive.retention().schedules().history().getLast().isAdoptedByOfficers())
                    .isTrue();
        }
    }

    @Test
    void whatIsWrongIsSaidAtItsLine() {
        try (Visitor officer = new Visitor(server).signIn("officer")) {
            Visitor.Answer wrong = upload(officer, "ours.yaml", bytes(CLOVIS.replaceFirst("class: \\d", "class: 9")));
            assertThat(wrong.status()).isEqualTo(422);
            long line = CLOVIS.lines()
                            .takeWhile(one -> !one.strip().matches("class: \\d.*"))
                            .count()
                    + 1;
            assertThat(wrong.page().select("section[aria-labelledby=faults] li").text())
                    .contains("Line " + line, "class: 9");
            assertThat(said(officer.post(PAGE + "/preview", Map.of("after", ""))))
                    .contains("Choose a file");
            assertThat(officer.get(PAGE + "/checked/" + "0".repeat(64)).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefusedAndNothingIsLeft() throws IOException {
        try (Visitor officer = new Visitor(server).signIn("officer")) {
            assertThat(said(upload(officer, "large.yaml", new byte[(1 << 20) + 1])))
                    .contains("1 MB at most");
            assertThat(upload(officer, "huge.yaml", new byte[5 << 20]).status()).isBetween(400, 499);
            assertThat(said(upload(officer, "evil.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 0})))
                    .contains("not text in UTF-8");
            Visitor.Answer bomb = upload(
                    officer,
                    "../../evil.yaml",
                    bytes("a: &a [x,x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(3) + "schedule: <script>\n"));
            assertThat(bomb.status()).isEqualTo(422);
            assertThat(bomb.text()).doesNotContain("<script>\n", "&lt;script&gt;</script>");
        }
        try (Visitor staff = new Visitor(server).signIn("staff")) {
            staff.get("/");
            assertThat(staff.upload(PAGE + "/preview", "file", "ours.yaml", bytes(CLOVIS))
                            .status())
                    .isEqualTo(403);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("evil") || path.contains("huge"));
        }
    }
}
