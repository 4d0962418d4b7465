package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.hold.Notice.Step;

/** Letters from templates, the shipped ones and a district's own. */
class NoticeLettersTest {
    private static final String LINK = "https://records.district.example/acknowledge/abc.def";
    private static final LetterFacts FACTS = new LetterFacts(
            "Ann Lee",
            "lee@district.example",
            "H3",
            "Doe v. District",
            "litigation",
            "March 2, 2026",
            "lee@district.example",
            "all",
            "budget {matter} $1",
            "March 3, 2026",
            "Maria Ortiz, Director of Records",
            LINK);

    @TempDir
    private Path folder;

    private NoticeText written(String template) throws IOException {
        Files.writeString(folder.resolve("hold-notice.txt"), template);
        return new NoticeLetters(folder).of(Step.SENT, FACTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "REMINDED", "RELEASED"})
    void everyShippedLetterNamesMatterAndOfficerAndHasNoNameLeft(Step step) {
        NoticeText text = new NoticeLetters(folder.resolve("none")).of(step, FACTS);
        assertThat(text.subject()).contains("Doe v. District").doesNotContain("{");
        assertThat(text.body()).contains("Ann Lee", "Maria Ortiz, Director of Records", "March 3, 2026");
        assertThat(text.body().contains(LINK)).isEqualTo(step != Step.RELEASED);
        assertThat(text.body().replace("{matter} $1", "")).doesNotContain("{", "}");
    }

    @Test
    void aDistrictsOwnTextGoesBeforeTheShippedOne() throws IOException {
        NoticeText text = written("Subject: Hold {hold}\n\nDear {custodian},\nfollow {link}\n");
        assertThat(text).isEqualTo(new NoticeText("Hold H3", "Dear Ann Lee,\nfollow " + LINK + "\n"));
    }

    @Test
    void whatIsWrongWithATemplateIsSaidWithItsLine() {
        assertThatThrownBy(() -> written("Subject: x\n\nDear {custodain}, {link}\n"))
                .isInstanceOf(HoldRefused.class)
                .hasMessageContaining("hold-notice.txt, line 3: there is no {custodain}")
                .hasMessageContaining("custodian");
        assertThatThrownBy(() -> written("Dear {custodian}\n\n{link}\n")).hasMessageContaining("Subject:");
        assertThatThrownBy(() -> written("Subject: x\n\nDear {custodian}\n")).hasMessageContaining("{link}");
        assertThatThrownBy(() -> new NoticeLetters(folder).of(Step.ACKNOWLEDGED, FACTS))
                .isInstanceOf(HoldRefused.class);
    }

    @Test
    void templatesAreLaidOutToBeEditedAndNeverOverwritten() throws IOException {
        Files.writeString(folder.resolve("hold-notice.txt"), "Subject: ours\n\n{link}\n");
        NoticeLetters letters = new NoticeLetters(folder);
        assertThat(letters.lay())
                .containsExactly(folder.resolve("hold-reminder.txt"), folder.resolve("hold-release.txt"));
        assertThat(letters.of(Step.SENT, FACTS).subject()).isEqualTo("ours");
        assertThat(letters.lay()).isEmpty();
    }

    @Test
    void noValueCanAddALineToTheSubject() throws IOException {
        LetterFacts sly =
                new LetterFacts("x", "y", "H3", "Doe\r\nBcc: all@district.example", "", "", "", "", "", "", "", LINK);
        Files.writeString(folder.resolve("hold-notice.txt"), "Subject: {matter}\n\n{link}\n");
        assertThat(new NoticeLetters(folder).of(Step.SENT, sly).subject()).isEqualTo("Doe Bcc: all@district.example");
    }
}
