package org.muniment.api.web.mine;

import java.util.ArrayList;
import java.util.List;
import org.muniment.api.web.MailSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the letters go that tell staff what leaves the archive soon, and what must be set so that they do. */
@Component
public final class LettersStand {
    private final boolean hasRelay;
    private final int everyDays;
    private final String address;

    LettersStand(
            MailSettings mail,
            @Value("${muniment.leaving-letters.every-days}") int everyDays,
            @Value("${muniment.address:}") String address) {
        this.hasRelay = mail.relay().isPresent();
        this.everyDays = everyDays;
        this.address = address;
    }

    /** What must be set, in words; empty when they go. */
    public List<String> lacking() {
        List<String> words = new ArrayList<>();
        if (!hasRelay) {
            words.add("Name the district’s mail server: muniment.mail.host");
        }
        if (everyDays == 0) {
            words.add("Say how many days lie between two letters: muniment.leaving-letters.every-days is 0");
        }
        return words;
    }

    /** What a letter lacks though it goes; empty for nothing. */
    public String without() {
        return address.isBlank() ? "They have no link to this archive until muniment.address is set." : "";
    }

    /** How many days lie between two letters to a person at least; 0 for no letters. */
    public int everyDays() {
        return everyDays;
    }
}
