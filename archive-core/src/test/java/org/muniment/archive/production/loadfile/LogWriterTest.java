package org.muniment.archive.production.loadfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;

/** Logs that open in a spreadsheet and do nothing there. */
class LogWriterTest {
    private static final BatesNumber FIRST = new BatesNumber("CUSD", 4);

    private static String written(Log log, LogRow row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogWriter writer = new LogWriter(out, log)) {
            writer.write(row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLogOfWhatIsWithheldHasItsColumns() throws IOException {
        LogRow row = new LogRow.Withheld(
                1,
                new BatesRange(FIRST, FIRST.plus(1)),
                "03/01/2026",
                "Email",
                "Ann Lee, Superintendent",
                "Bo Chan (attorney)",
                "Advice on a \"contract\"",
                "Gov. Code 7927.705; attorney-client privilege",
                false,
                "CUSD-000000004");
        String expected =
                "\ufeffLOGNO,BATES,DATE,TYPE,AUTHOR,RECIPIENTS,DESCRIPTION,BASIS,PAGES,WITHHELD OR REDACTED,FAMILY\r\n"
                        + "1,CUSD-000000004 - CUSD-000000005,03/01/2026,Email,\"Ann Lee, Superintendent\",Bo Chan (attorney),"
                        + "\"Advice on a \"\"contract\"\"\",Gov. Code 7927.705; attorney-client privilege,2,WITHHELD,CUSD-000000004\r\n";
        assertThat(written(Log.WITHHELD, row)).isEqualTo(expected);
        assertThat(written(Log.PRIVILEGE, row)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                " =1",
                "\t=1",
                "\r=1",
                "\n@x",
                "＝1",
                "＠x",
                "\u00a0=1",
                "\u200b=1",
                "|calc",
                "%x"
            })
    void whatASpreadsheetWouldRunIsText(String hostile) throws IOException {
        String line = written(Log.EXCEPTIONS, new LogRow.Exceptional("CUSD-000000004", hostile, "none"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(line).matches("CUSD-000000004,\"?'.*,none");
    }

    @Test
    void everyRowIsOneLineOfItsLog() throws IOException {
        LogRow entry =
                new LogRow.Entry(new BatesRange(FIRST, FIRST), "Email", "", "a@x.gov", "one\r\ntwo\u2028three, four");
        assertThat(written(Log.CONTENTS, entry))
                .isEqualTo("\ufeffFIRST,LAST,TYPE,DATE,FROM,TITLE\r\n"
                        + "CUSD-000000004,CUSD-000000004,Email,,a@x.gov,\"one two three, four\"\r\n");
        assertThatThrownBy(() -> written(Log.EXCEPTIONS, entry)).isInstanceOf(IllegalArgumentException.class);
    }
}
