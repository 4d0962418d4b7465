package org.muniment.archive.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryFileTest {
    private static DirectoryFile read(String text) {
        return DirectoryFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String... words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DirectoryInvalid.class)
                .message()
                .contains(words);
    }

    @Test
    void aTableIsReadUnderTheHeadersThatClerksWrite() {
        DirectoryFile file = read("""
                Employee ID,Last Name,First Name,E-Mail,Aliases,Job Title,School,Hire Date,Separation Date,Shirt Size
                1001,Ortiz,Maria,M.Ortiz@District.example,mortiz@district.example; records@district.example,Director,"Office, North",8/15/2009,,M
                1002,Lee,Ann,alee@district.example,,Superintendent,,2015-07-01,6/30/2026,S
                """);
        assertThat(file.entries())
                .containsExactly(
                        new DirectoryEntry(
                                2,
                                "1001",
                                "Maria Ortiz",
                                List.of(
                                        "m.ortiz@district.example",
                                        "mortiz@district.example",
                                        "records@district.example"),
                                "Director",
                                "Office, North",
                                LocalDate.of(2009, 8, 15),
                                null),
                        new DirectoryEntry(
                                3,
                                "1002",
                                "Ann Lee",
                                List.of("alee@district.example"),
                                "Superintendent",
                                "",
                                LocalDate.of(2015, 7, 1),
                                LocalDate.of(2026, 6, 30)));
        assertThat(file.ignored()).containsExactly("Shirt Size");
    }

    @Test
    void semicolonsTabsAByteOrderMarkAndOldSpreadsheetsAreUnderstood() {
        assertThat(read("\uFEFFName;Mail\nAnn Lee;alee@district.example\n").entries())
                .extracting(DirectoryEntry::name)
                .containsExactly("Ann Lee");
        byte[] old = "Name\tEmail\r\nJos\u00e9 Nu\u00f1ez\tjose@district.example\r\n"
                .getBytes(Charset.forName("windows-1252"));
        assertThat(DirectoryFile.read(old).entries())
                .extracting(DirectoryEntry::name)
                .containsExactly("Jos\u00e9 Nu\u00f1ez");
    }

    @Test
    void peopleWithoutAnAddressAreSkippedByLine() {
        DirectoryFile file = read("Name,Email\nBus Driver,\n\nAnn Lee,alee@district.example\nCook,\n");
        assertThat(file.entries()).extracting(DirectoryEntry::line).containsExactly(4);
        assertThat(file.skipped()).containsExactly(2, 5);
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        refused(
                "Name,Email,Hired\nA,not an address,\nB,b@district.example,31.12.2020\nC,c@district.example,2/30/2020\nD,d@d.example,,x\n",
                "Nothing was taken over",
                "line 2: 'not' is no address",
                "line 3: '31.12.2020' is no day; write it as 2026-06-30",
                "line 4: '2/30/2020' is no day",
                "line 5: has 4 values");
        refused("Name,Phone\nA,555\n", "names no column of addresses", "Name,Email,Aliases");
        refused("Name,Email\n", "lists nobody");
        refused("", "names no column");
        refused("Name,Email\n\"A,a@d.example\nB,b@d.example\n", "is a quote not closed");
    }

    @Test
    void linesAreCountedThroughQuotedLineBreaks() {
        refused("Name,Email\n\"Ann\nLee\",alee@district.example\nB,nothing\n", "line 4: 'nothing'");
    }

    @Test
    void ldifIsReadWithFoldedAndEncodedLines() {
        DirectoryFile file = read("""
                version: 1
                # the whole staff
                dn: ou=staff,dc=district,dc=example
                objectClass: organizationalUnit
                ou: staff

                dn: uid=jnunez,ou=staff,dc=district,dc=example
                objectClass: inetOrgPerson
                cn:: Sm9zw6kgTnXDsWV6
                sn: Nunez
                mail: jose@district
                 .example
                proxyAddresses: smtp:jnunez@district.example
                proxyAddresses: SMTP:jose@district.example
                proxyAddresses: sip:jose@district.example
                title: Teacher
                employeeNumber: 77
                terminationDate: 20260630000000Z
                """);
        assertThat(file.entries())
                .containsExactly(new DirectoryEntry(
                        7,
                        "77",
                        "Jos\u00e9 Nu\u00f1ez",
                        List.of("jose@district.example", "jnunez@district.example"),
                        "Teacher",
                        "",
                        null,
                        LocalDate.of(2026, 6, 30)));
        assertThat(file.skipped()).containsExactly(3);
        assertThat(file.ignored()).contains("objectClass");
    }

    @Test
    void brokenLdifIsToldWithItsLine() {
        refused("dn: uid=a\nmail: a@district.example\n\ndn: uid=b\nthis is nothing\n", "line", "this is no LDIF");
    }
}
