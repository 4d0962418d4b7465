package org.muniment.archive.request.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.request.RequestRefused;

class LetterTemplateTest {
    private static LetterTemplate asking(String body) {
        return LetterTemplate.read(LetterKind.CLARIFICATION, "Subject: On {request}\n\n" + body);
    }

    @Test
    void fieldsAreFilledAndWhatLacksItsFieldIsLeftOut() {
        LetterTemplate template = asking("{question}\n\n{if cost}\nIt costs {cost}.\n{end}\n\nBye");
        Map<LetterField, String> values = Map.of(LetterField.REQUEST, "R1", LetterField.QUESTION, "Which?\nWhere?");
        assertThat(template.subject(values)).isEqualTo("On R1");
        assertThat(template.body(values)).isEqualTo("Which?\nWhere?\n\nBye\n");
    }

    @Test
    void whatAValueSaysIsNeverReadAsATemplate() {
        LetterTemplate template = asking("{question} {summary}");
        String sly = "{signer} {end} $1 \\0 {if cost}";
        assertThat(template.body(Map.of(LetterField.QUESTION, sly, LetterField.SUMMARY, "x")))
                .isEqualTo(sly + " x\n");
    }

    @Test
    void noValueStartsAnotherHeader() {
        String sly = LetterField.REQUESTER.tidy("Dana\r\nBcc: all@d.example\u2028X-Y: 1\u0085Z\u0000");
        assertThat(sly).isEqualTo("Dana Bcc: all@d.example X-Y: 1 Z");
        LetterTemplate template = LetterTemplate.read(LetterKind.CLARIFICATION, "Subject: {question}\n{question}");
        assertThat(template.subject(Map.of(LetterField.QUESTION, "a\nBcc: b"))).isEqualTo("a Bcc: b");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> asking("{question}").body(Map.of()))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("clarification.txt needs 'question'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{question}{nonsense}",
                "{question} {",
                "{question} {if cost} here {end}",
                "{question}\n{if cost}\nx",
                "{question}\n{end}",
                "{question}\n{if cost}\n{if reason}\n{end}\n{end}",
                "{question} ${x}",
                "nothing asked"
            })
    void aTemplateThatCannotBeReadIsRefused(String body) {
        assertThatThrownBy(() -> asking(body))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("clarification.txt");
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void whatComesWithTheProductCanBeReadAndEdited(LetterKind kind, @TempDir Path folder) {
        LetterTemplates templates = new LetterTemplates(folder.resolve("letters"));
        templates.template(kind);
        assertThat(templates.unpack()).hasSize(LetterKind.values().length);
        assertThat(templates.unpack()).isEmpty();
        templates.template(kind);
    }
}
