package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FooterLearnerTest {
    private static final String NOTICE = "NOTICE: This e-mail may hold confidential information and attorney-client\n"
            + "privileges. If it was not meant for you, please tell the sender and delete it.";

    private static String own(String body, Footers.Known known) {
        return OwnWords.of(Mails.of("x", body).item(), body, known);
    }

    private static List<Footers.Footer> learned(String... bodies) {
        var learner = new FooterLearner(Footers.Known.NONE);
        var found = new ArrayList<Footers.Footer>();
        for (int i = 0; i < bodies.length; i++) {
            found.addAll(learner.observe("person" + i + "@x.gov", bodies[i]));
        }
        return found;
    }

    private static String[] five(String body) {
        return List.of(1, 2, 3, 4, 5).stream()
                .map(i -> "Letter " + i + "\n\n" + body)
                .toArray(String[]::new);
    }

    @Test
    void aNoticeUnderEveryonesMailBecomesKnownWithTheFifthSender() {
        var learner = new FooterLearner(Footers.Known.NONE);
        for (int i = 0; i < 4; i++) {
            assertThat(learner.observe("person" + i + "@x.gov", "Hello " + i + "\n\n" + NOTICE))
                    .isEmpty();
            assertThat(learner.observe("PERSON" + i + "@x.gov ", "Again\n\n" + NOTICE))
                    .isEmpty();
        }
        var found = learner.observe("fifth@x.gov", "Hello\n\n" + NOTICE);
        assertThat(found)
                .singleElement()
                .satisfies(footer -> assertThat(footer.firstWords()).startsWith("NOTICE: This e-mail may hold"));
        assertThat(learner.observe("sixth@x.gov", "Hello\n\n" + NOTICE)).isEmpty();
        assertThat(new FooterLearner(new Footers.Known(found)).observe("a@x", "x\n\n" + NOTICE))
                .isEmpty();
    }

    @Test
    void aKnownFooterIsNoWordOfAnyMessageHoweverItIsWrapped() {
        var known = Footers.Known.NONE.with(learned(five(NOTICE)));
        assertThat(own("I will be late.\n\n" + NOTICE, known)).isEqualToIgnoringWhitespace("I will be late.");
        assertThat(own(NOTICE.replace("\n", " ").toUpperCase(java.util.Locale.ROOT), known))
                .isBlank();
        assertThat(own("Bob Hill\nPrincipal\n" + NOTICE, known)).isEqualToIgnoringWhitespace("Bob Hill\nPrincipal");
        assertThat(own("Above.\n\n" + NOTICE + "\n\nBelow.", known)).isEqualToIgnoringWhitespace("Above. Below.");
        assertThat(own("Above.\n\n" + NOTICE + " Motion carried.", known)).contains("privileges");
    }

    @Test
    void aNoticeBelowEachSendersOwnNameIsFound() {
        String[] bodies = new String[5];
        for (int i = 0; i < 5; i++) {
            bodies[i] = "Hello\n\nPerson " + i + " of the office of school number " + i + "\nPhone 559-555-010" + i
                    + "\n" + NOTICE;
        }
        assertThat(learned(bodies))
                .singleElement()
                .satisfies(footer -> assertThat(footer.firstWords()).startsWith("NOTICE"));
    }

    @Test
    void whatPeopleWriteIsNoFooter() {
        String[] bulletin = new String[9];
        java.util.Arrays.fill(bulletin, NOTICE);
        assertThat(learned(bulletin)).as("a whole message").isEmpty();
        assertThat(learned(five("Motion carried."))).as("short").isEmpty();
        assertThat(learned(five(NOTICE + "\n\none\n\ntwo\n\nthree")))
                .as("far from the foot")
                .isEmpty();
        assertThat(learned(five("On Mon, May 5, 2025 Ann wrote:\n> " + NOTICE.replace("\n", "\n> "))))
                .as("quoted")
                .isEmpty();
        var learner = new FooterLearner(Footers.Known.NONE);
        for (int i = 0; i < 9; i++) {
            assertThat(learner.observe("", "Hello\n\n" + NOTICE)).isEmpty();
        }
    }

    @Test
    void aFooterAboveAnOlderMessageIsFound() {
        assertThat(learned(five(NOTICE + "\n\n-----Original Message-----\nFrom: Ann\n\nOld")))
                .hasSize(1);
    }

    @Test
    void fingerprintsAreTheSameInEveryVersion() {
        assertThat(learned(five(NOTICE)))
                .extracting(Footers.Footer::fingerprint)
                .containsExactly(-5885785000514692352L);
    }

    @Test
    void memoryIsBounded() {
        var learner = new FooterLearner(Footers.Known.NONE);
        var random = new Random(7);
        for (int i = 0; i < 4; i++) {
            learner.observe("person" + i + "@x.gov", "Hello\n\n" + NOTICE);
        }
        for (int i = 0; i < 60_000; i++) {
            learner.observe(
                    "a@x.gov", "Hello\n\n" + "a long line that nobody else writes ".repeat(3) + random.nextLong());
        }
        assertThat(learner.observe("fifth@x.gov", "Hello\n\n" + NOTICE))
                .as("forgotten")
                .isEmpty();
    }
}
