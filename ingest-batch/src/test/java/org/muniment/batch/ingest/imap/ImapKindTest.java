package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapKindTest {
    private static final String ENTRY = """
            sources:
            - name: mail
              type: imap
              host: Mail.District.example
            """;

    @TempDir
    private Path folder;

    @Test
    void oneEntryNamesManyAccountsEachWithARunOfItsOwn() {
        var accounts = TestAccount.accounts(ENTRY + """
                  master: archiver
                  master-password: {file: secret}
                  accounts:
                    - custodian: ann@district.example
                    - {custodian: bob@district.example, user: bob, password: {file: secret}}
                """, folder);
        assertThat(accounts)
                .extracting(one -> one.source().name())
                .containsExactly(
                        "imap://ann@district.example@mail.district.example", "imap://bob@mail.district.example");
        assertThat(accounts)
                .extracting(one -> one.custody().toString())
                .containsExactly("ann@district.example", "bob@district.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security: plain|Without TLS",
                "security: ssl|security is 'ssl'",
                "port: 0|port is 0",
                "master: archiver|master and master-password go together",
                "pasword: x|no meaning",
                "accounts: [{custodian: a@b.example}]|how to log in as a@b.example",
                "accounts: [{custodian: a@b.example, password: secret}]|may not stand in this file",
                "accounts: []|names no account"
            })
    void whatIsWrongIsToldInWords(String line, String words) {
        String accounts =
                line.startsWith("accounts") ? "" : "  accounts: [{custodian: a@b.example, password: {file: secret}}]\n";
        assertThatThrownBy(() -> TestAccount.accounts(ENTRY + "  " + line + "\n" + accounts, folder))
                .hasMessageContaining(words);
    }

    @Test
    void uidsAreWrittenAsTheyAre() {
        assertThat(UidSets.write(java.util.List.of(7L, 4L, 8L, 9L, 20L))).isEqualTo("4,7:9,20");
        assertThat(Place.parse("17/4/INBOX/Board")).contains(new Place(17, 4, "INBOX/Board"));
        assertThat(Place.parse("cur/17.mail:2,S")).isEmpty();
    }
}
