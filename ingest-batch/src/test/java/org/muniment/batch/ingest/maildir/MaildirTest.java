package org.muniment.batch.ingest.maildir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.item.reading.Receipt;

class MaildirTest {
    @ParameterizedTest
    @CsvSource({
        "cur, INBOX",
        "new, INBOX",
        ".Sent/cur, Sent",
        ".Board.2026.March/new, Board/2026/March",
        "clerk/.Sent/cur, clerk/Sent",
        "clerk/Sent/cur, clerk/Sent"
    })
    void foldersAreNamedAsMaildirPlusPlusDoes(String path, String folder) {
        assertThat(Maildir.folder(path)).isEqualTo(folder);
    }

    @Test
    void marksAreRead() {
        assertThat(Maildir.flags("1556669091.M3P1.archive:2,RS")).containsExactly("answered", "seen");
        assertThat(Maildir.flags("1556669091.M3P1.archive:2,DFPTa"))
                .containsExactly("draft", "flagged", "keyword-a", "passed", "trashed");
        assertThat(Maildir.flags("1556669091.M3P1.archive:2,")).isEmpty();
        assertThat(Maildir.flags("1556669091.M3P1.archive")).isEmpty();
    }

    @Test
    void theSecondOfDeliveryIsTheReceipt() {
        assertThat(Maildir.receipt("1556669091.M3P1.archive:2,RS"))
                .isEqualTo(new Receipt(Instant.parse("2019-05-01T00:04:51Z"), null));
        assertThat(Maildir.receipt("msg.1")).isEqualTo(new Receipt(null, null));
    }
}
