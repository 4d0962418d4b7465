package org.muniment.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters over real SMTP. */
class MailRelayTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailRelay relay(MailRelay.Security security, String user) {
        return new MailRelay(
                "127.0.0.1", server.getSmtp().getPort(), security, "records@district.example", user, "secret", CLOCK);
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        server.setUser("records@district.example", "records", "secret");
        for (String user : new String[] {"", "records"}) {
            relay(MailRelay.Security.NONE, user)
                    .send("lee@district.example", "Legal hold H3: Señor v. District", "Dear Ann,\n\nkeep “all”.\n");
        }
        assertThat(server.waitForIncomingEmail(5_000, 2)).isTrue();
        for (MimeMessage message : server.getReceivedMessages()) {
            assertThat(message.getSubject()).isEqualTo("Legal hold H3: Señor v. District");
            assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo("Dear Ann,\n\nkeep “all”.");
            assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getSentDate()).isEqualTo(CLOCK.instant());
        }
    }

    @Test
    void whatCannotBeSentIsSaid() {
        assertThatThrownBy(() -> relay(MailRelay.Security.NONE, "").send("no address", "x", "y"))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("no address");
        assertThatThrownBy(() -> relay(MailRelay.Security.STARTTLS, "").send("lee@district.example", "x", "y"))
                .as("a server without STARTTLS gets nothing")
                .isInstanceOf(MailRefused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
