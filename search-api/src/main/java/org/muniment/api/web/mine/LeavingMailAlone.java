package org.muniment.api.web.mine;

import java.nio.file.Path;
import java.time.Clock;
import org.muniment.api.web.MailSettings;
import org.muniment.api.web.NightLetters;
import org.muniment.api.web.Server;
import org.muniment.api.web.WhoAsks;
import org.muniment.api.web.search.Results;
import org.springframework.context.annotation.Import;

/** The letters about mail that leaves soon where no server runs: the server's own parts and settings, without its pages. */
@Import({MailSettings.class, WhoAsks.class, Results.class, LeavingSoon.class, LettersStand.class, LeavingMail.class})
public final class LeavingMailAlone {
    /**
     * Sends those that are due.
     *
     * @return what came of it, in a sentence
     */
    public static String send(Path folder, Clock clock) {
        try (var parts = Server.parts(LeavingMailAlone.class, folder, clock)) {
            return parts.getBean(NightLetters.class).send();
        }
    }
}
