package org.muniment.api.web.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.search.Mail;
import org.muniment.api.web.MovingClock;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Custodian;

/** The letter about what leaves soon, over real SMTP. */
class LeavingMailTest {
    @TempDir
    private Path folder;

    /** The day before the first item of the principal's leaves. */
    private static MovingClock dayBefore(Path archive) {
        try (Archive open = Archive.read(archive, Console.CLOCK)) {
            ZoneId zone = open.settings().zone();
            LocalDate first = open.retention()
                    .classifications()
                    .due(
                            Mail.own(open, Set.of(new Custodian(TestDistrict.address(Role.STAFF))))
                                    .search(),
                            LocalDate.of(2100, 1, 1),
                            1)
                    .firstEntry()
                    .getValue();
            return new MovingClock(first.minusDays(1).atTime(12, 0).atZone(zone).toInstant());
        }
    }

    @Test
    void aPersonIsToldOnceAMonthHowManyAndNeverWhat() throws Exception {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        MovingClock clock = dayBefore(archive);
        int port = free();
        Files.writeString(archive.resolve("application.yaml"), """
                muniment:
                  address: https://records.district.example/
                  night.here: false
                  mail: {host: 127.0.0.1, port: %d, security: none, from: records@district.example}
                """.formatted(port));
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try (TestServer server = TestServer.start(archive, clock)) {
            assertThat(server.letters()).contains("0 letters went out", "refused 1");
            mail.start();
            assertThat(LeavingMailAlone.send(archive, clock))
                    .as("by the command where no server works at night, with the same settings")
                    .matches("[1-9]\\d* letters? went out about mail that leaves soon");
            List<MimeMessage> told = principals(mail);
            assertThat(told)
                    .as("what did not go out the first time goes out now")
                    .hasSize(1);
            assertThat(told.getFirst().getSubject())
                    .matches("(At least )?[\\d,]+ items? of your mail leaves? the archive soon");
            assertThat(told.getFirst().getContent().toString())
                    .contains(
                            "Dear Ruth Ashgrove, Principal", "https://records.district.example/mine/leaving", "AR 7203")
                    .doesNotContain("@");
            clock.moveOn(Duration.ofDays(29));
            server.letters();
            assertThat(principals(mail)).hasSize(1);
            clock.moveOn(Duration.ofDays(1));
            server.letters();
            assertThat(principals(mail)).hasSize(2);
        } finally {
            mail.stop();
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<MimeMessage> principals(GreenMail mail) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(TestDistrict.address(Role.STAFF))) {
                found.add(message);
            }
        }
        return found;
    }
}
