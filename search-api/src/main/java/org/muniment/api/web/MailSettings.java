package org.muniment.api.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.muniment.batch.mail.MailRelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The district's mail server, when {@code muniment.mail.host} names one; without it nothing is sent, and pages offer the text of
 * letters to be copied. The password comes from the environment, {@code MUNIMENT_MAIL_PASSWORD}.
 */
@Component
public final class MailSettings {
    private final Optional<MailRelay> relay;

    MailSettings(
            @Value("${muniment.mail.host:}") String host,
            @Value("${muniment.mail.port:587}") int port,
            @Value("${muniment.mail.security:starttls}") String security,
            @Value("${muniment.mail.from:}") String from,
            @Value("${muniment.mail.user:}") String user,
            @Value("${MUNIMENT_MAIL_PASSWORD:}") String password,
            Clock clock) {
        this.relay = host.isBlank()
                ? Optional.empty()
                : Optional.of(new MailRelay(
                        host,
                        port,
                        MailRelay.Security.valueOf(security.strip().toUpperCase(Locale.ROOT)),
                        from,
                        user,
                        password,
                        clock));
    }

    /** Where letters are handed over; empty when no mail server is set. */
    public Optional<MailRelay> relay() {
        return relay;
    }
}
