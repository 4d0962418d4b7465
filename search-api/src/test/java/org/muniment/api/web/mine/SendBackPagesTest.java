package org.muniment.api.web.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.rest.Program;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;

/** What the purge took out of a mailbox goes back into it, by its owner and by those who look after it. */
class SendBackPagesTest {
    private static final Instant NOW = Console.CLOCK.instant();
    private static final String ANN = "staff@district.example";

    @TempDir
    private Path folder;

    private Path mail = Path.of("");
    private Console console = new Console(Path.of(""));

    /** A mailbox of 31 messages, the oldest of which the purge removes. */
    private void purge() throws IOException {
        mail = folder.resolve("mail");
        console = new Console(folder.resolve("archive"));
        ran("init");
        try (Archive archive = Archive.decide(console.archive(), Console.CLOCK)) {
            BusyDistrict.adopt(archive);
            TestDistrict.add(archive, "staff", "Ruth Ashgrove, Principal", Role.STAFF);
            TestDistrict.add(archive, "clerk", "Betty Lindqvist, Records Clerk", Role.CLERK);
            TestDistrict.add(archive, "admin", "Ines Roth, Systems", Role.ADMINISTRATOR);
        }
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(mail.resolve(part));
        }
        for (int i = 0; i < 30; i++) {
            deliver(Duration.ofDays(3), "Recent " + i);
        }
        deliver(Duration.ofDays(120), "Harvest supper");
        ran("ingest", mail.toString(), "--custodian", ANN);
        ran("mailbox", "add", mail.toString(), "--custodian", ANN);
        ran("mailbox", "purge", mail.toString());
        assertThat(mails()).isEqualTo(30);
    }

    private void ran(String... command) {
        Console.Said said = console.run(command);
        assertThat(said.code()).as(said.out() + said.err()).isZero();
    }

    private void deliver(Duration age, String subject) throws IOException {
        Files.writeString(
                mail.resolve("cur/" + NOW.minus(age).getEpochSecond() + "." + subject.replace(' ', '-') + ".mail:2,S"),
                "Subject: " + subject + "\n\nAbout " + subject + "\n");
    }

    private long mails() throws IOException {
        try (Stream<Path> files = Files.list(mail.resolve("cur"))) {
            return files.count();
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(mail.resolve("cur"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** A mailbox that takes nothing back. */
    private void lose() throws IOException {
        try (Stream<Path> files = Files.walk(mail)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(mail, "no folder any more");
    }

    private static String path(Visitor who, String words) {
        return who.get("/mine?q=" + words)
                .page()
                .select("a[href^=/mine/items/]")
                .attr("href")
                .replaceAll("\\?.*", "");
    }

    @Test
    void aPurgedItemGoesBackIntoTheInboxAsIfItCameTodayOrThePageSaysWhyNot() throws Exception {
        purge();
        try (TestServer server = TestServer.start(console.archive());
                Visitor staff = new Visitor(server).signIn("staff");
                Visitor clerk = new Visitor(server).signIn("clerk");
                Visitor admin = new Visitor(server).signIn("admin")) {
            String item = path(staff, "subject:supper");
            assertThat(staff.get(path(staff, "subject:recent")).text()).doesNotContain("Send back to inbox");
            assertThat(staff.get(item).text()).contains("Send back to inbox");
            clerk.get("/");
            assertThat(clerk.post(item + "/inbox", Map.of()).status())
                    .as("somebody else's")
                    .isEqualTo(404);
            assertThat(staff.ended(staff.post(item + "/inbox", Map.of()))).contains("It is in the inbox again");
            assertThat(mails()).isEqualTo(31);
            staff.get(item);
            assertThat(staff.ended(staff.post(item + "/inbox", Map.of()))).contains("already");
            ran("mailbox", "purge", mail.toString());
            assertThat(mails()).as("its days are counted anew").isEqualTo(31);

            empty();
            Program owner = Program.of(server, "staff");
            assertThat(owner.ended(owner.post("/api/v1" + item.substring("/mine".length()) + "/inbox", "{}"))
                            .get("words")
                            .asString())
                    .contains("It is in the inbox again");
            assertThat(mails()).isEqualTo(1);
            Program systems = Program.of(server, "admin");
            assertThat(systems.ended(systems.post("/api/v1/mailboxes/restoration", "{\"mailbox\":\"" + mail + "\"}"))
                            .get("words")
                            .asString())
                    .contains("of 31 messages were put back");

            empty();
            assertThat(admin.get("/admin/mailboxes").text()).contains(ANN);
            String ended = admin.ended(admin.post("/admin/mailboxes/1/restore", Map.of("folder", "")));
            assertThat(ended).contains("31 of 31 messages were put back");
            assertThat(mails()).isEqualTo(31);
            assertThat(admin.post("/admin/mailboxes/9/restore", Map.of()).status())
                    .isEqualTo(404);
            assertThat(staff.get("/admin/mailboxes").status()).isEqualTo(403);

            lose();
            staff.get(item);
            assertThat(staff.ended(staff.post(item + "/inbox", Map.of()))).contains("Not done", "can't be");

            ran("mailbox", "forget", mail.toString());
            assertThat(staff.get(item).text())
                    .contains("not looked after by the archive any more")
                    .doesNotContain("Send back to inbox</button>");
            assertThat(staff.post(item + "/inbox", Map.of()).status()).isEqualTo(404);
        }
    }
}
