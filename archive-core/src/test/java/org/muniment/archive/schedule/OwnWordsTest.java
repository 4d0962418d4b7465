package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {
    private static String own(String subject, String body) {
        return OwnWords.of(Mails.of(subject, body).item(), body, Footers.Known.NONE)
                .strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----\nFrom: Ann\nOld words",
                "----- Original Message ----- \nFrom: Ann\n\nOld words",
                "-----Mensaje original-----\nDe: Ann\nOld words",
                "On Mon, May 5, 2025 at 9:00 AM Ann Lee <ann@x.gov> wrote:\n\nOld words",
                "On Mon, May 5, 2025 at 9:00 AM Ann Lee\n<ann.lee@a.very.long.domain.x.gov> wrote:\n\nOld words",
                "On Mon, May 5, 2025 at 9:00 AM Ann Lee <ann@x.gov> wrote:\n> Old words\n>> older words\n",
                "El lun, 5 may 2025 a las 9:00, Ann Lee (<ann@x.gov>) escribió:\n> Old words",
                "From: Ann Lee\nSent: Monday, May 5, 2025 9:00 AM\nTo: Bob Hill\nSubject: RE: Lunch\n\nOld words",
                "From: Ann Lee <ann@x.gov>\nDate: Monday, May 5, 2025\nTo: Bob <bob@x.gov>\nSubject: Lunch\nOld words",
                "*From:* Ann Lee\n*Sent:* Monday, May 5, 2025\n*To:* Bob\n*Subject:* Lunch\n\nOld words",
                "De: Ann Lee\nEnviado el: lunes, 5 de mayo de 2025\nPara: Bob\nAsunto: RE: Almuerzo\n\nOld words",
                "________________________________\nFrom: Ann Lee\nSent: Monday\nTo: Bob\nSubject: x\nOld words",
                "Ann Lee\n05/05/2001 09:00 AM\nTo: Bob Hill/X@X\ncc:\nSubject: Lunch\n\nOld words",
                "ann@x.gov writes:\n> Old words",
                "> Old words",
                "  > Old words\n  >\n  > more old words"
            })
    void whatAnAnswerQuotesIsNotItsOwn(String quoted) {
        assertThat(own("Re: Lunch", "My new words.\n\n" + quoted))
                .startsWith("My new words.")
                .doesNotContainIgnoringCase("old words");
    }

    @Test
    void answersBetweenAndBelowMarkedLinesStay() {
        String body =
                "On Mon, May 5, 2025 Ann wrote:\n> First question?\nFirst answer.\n> Second question?\nSecond answer.";
        assertThat(own("Re: x", body)).isEqualTo("First answer.\nSecond answer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---------- Forwarded message ---------\nFrom: Ann\nDate: Mon\nTo: Bob\nSubject: x\n\nPassed on",
                "Begin forwarded message:\n\n> From: Ann\n> Subject: x\n>\n> Passed on",
                "---------- Mensaje reenviado ---------\nDe: Ann\n\nPassed on",
                "---------------------- Forwarded by Ann Lee/X on 05/05/2001 ----------------\n\nPassed on"
            })
    void whatIsForwardedCounts(String forwarded) {
        assertThat(own("Lunch", "For the file.\n-- \nBob Hill\n559-555-0100\n" + forwarded))
                .startsWith("For the file.")
                .contains("Passed on")
                .doesNotContain("559-555-0100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: Lunch", "FW: Lunch", "[EXTERNAL] Fw: Lunch", "RV: Almuerzo", "fwd : RE: Lunch"})
    void aSubjectTellsAForwardToo(String subject) {
        String body = "See below.\n\nFrom: Ann Lee\nSent: Monday\nTo: Bob\nSubject: Lunch\n\nPassed on\n> and quoted";
        assertThat(own(subject, body)).contains("See below.", "Passed on", "and quoted");
        assertThat(own("Re: " + subject, body)).isEqualTo("See below.");
    }

    @Test
    void aSignatureIsNotOwnButALongPartBelowTwoHyphensIs() {
        assertThat(own("x", "Hello.\n--\nBob Hill\nPrincipal")).isEqualTo("Hello.");
        assertThat(own("x", "Hello.\n-- \nBob Hill")).isEqualTo("Hello.");
        String agenda = "Part one\n--\n" + "An item of the agenda\n".repeat(20);
        assertThat(own("x", agenda)).contains("agenda");
    }

    @Test
    void anAnswerWithNothingOfItsOwnHasNoWords() {
        String quoted = "-----Original Message-----\nFrom: Ann\nOld words";
        assertThat(own("Re: Lunch", quoted)).isEmpty();
        assertThat(OwnWords.of(Mails.of("Lunch", quoted).answering("a@x").item(), quoted, Footers.Known.NONE))
                .isBlank();
    }

    @Test
    void aMessageThatAnswersNothingKeepsWhatLooksQuoted() {
        String memo = "From: The superintendent\nDate: May 5, 2025\nTo: All staff\nSubject: Budget\n\nWe adopt it.";
        assertThat(own("Memo", memo)).contains("We adopt it.");
        assertThat(own("Memo", "MEMORANDUM\nTO: Board\nFROM: Ann\nDATE: May 5\nSUBJECT: Budget\n\nWe adopt it."))
                .contains("We adopt it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday we discussed 3 points:\n- the budget",
                "From: the office\nplease bring forms",
                ">From the desk of Ann",
                "-----\nBudget\n-----",
                "________________\nSign here",
                "To: be decided\nSubject: to change",
                "El presupuesto de 2025:\nuno",
                "Ann wrote:\nit is fine"
            })
    void whatOnlyResemblesAQuotationStays(String text) {
        assertThat(own("Re: x", "Hello.\n" + text)).isEqualTo("Hello.\n" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re:", "RE: RE: ", "Aw: x", "Re[2]: x", "[list] re: x", "RESP: x"})
    void answersAreKnownByTheirSubject(String subject) {
        assertThat(SubjectMark.of(subject)).isEqualTo(SubjectMark.REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Regarding: x", "Report: x", "x re: y", "Forward: x", "enclosed: x", "[re: x"})
    void otherSubjectsHaveNoMark(String subject) {
        assertThat(SubjectMark.of(subject)).isEqualTo(SubjectMark.NONE);
    }
}
