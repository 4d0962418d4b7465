package org.muniment.batch.ingest.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MboxSplitterTest {
    private static final String FROM = "From clerk@district.example Mon Mar  2 09:30:00 2026\n";

    @TempDir
    private Path folder;

    private List<Fragment> split(byte[] mbox) throws IOException {
        List<Fragment> fragments = new ArrayList<>();
        MboxSplitter splitter = new MboxSplitter(new ByteArrayInputStream(mbox), 0, folder);
        for (Optional<Fragment> next = splitter.next(); next.isPresent(); next = splitter.next()) {
            fragments.add(next.orElseThrow());
        }
        return fragments;
    }

    private List<String> messages(String mbox) throws IOException {
        List<String> messages = new ArrayList<>();
        for (Fragment fragment : split(mbox.getBytes(StandardCharsets.ISO_8859_1))) {
            messages.add(text(fragment));
        }
        return messages;
    }

    private static String text(Fragment fragment) throws IOException {
        try (InputStream in = fragment.message().open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void messagesAreSplitAtFromLinesAndLoseTheEmptyLineBehindThem() throws IOException {
        assertThat(messages(FROM + "Subject: a\n\nOne\n\n" + FROM + "Subject: b\n\nTwo\n\n"))
                .containsExactly("Subject: a\n\nOne\n", "Subject: b\n\nTwo\n");
    }

    @Test
    void lineEndsStayAsTheyAre() throws IOException {
        String from = FROM.replace("\n", "\r\n");
        assertThat(messages(from + "Subject: a\r\n\r\nOne\r\n\r\n" + from + "Subject: b\r\n\r\nTwo"))
                .containsExactly("Subject: a\r\n\r\nOne\r\n", "Subject: b\r\n\r\nTwo");
    }

    @Test
    void aQuotedFromLineLosesOneMark() throws IOException {
        assertThat(messages(FROM + "S: a\n\n>From me\n>>From you\n")).containsExactly("S: a\n\nFrom me\n>From you\n");
    }

    @Test
    void marksOfAReplyStayWhereTheWriterAddedNone() throws IOException {
        String reply = "S: a\n\n>From me\n>> said:\n>>From you\n>>From them\n";
        assertThat(messages(FROM + reply)).containsExactly(reply.replace("\n>From me", "\nFrom me"));
    }

    @Test
    void aMessageWithABareFromLineWasNotQuotedAtAll() throws IOException {
        String message = "S: a\n\nFrom now on we meet at noon\n>From the board\n";
        assertThat(messages(FROM + message)).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From the desk of the clerk\n",
                "From now on: 12\n",
                "From clerk Mon Mar  2 2026\n",
                "Fromage Mon Mar  2 09:30:00 2026\n"
            })
    void aLineOfTextIsNoFromLine(String line) throws IOException {
        assertThat(messages(FROM + "S: a\n\nText\n\n" + line + "more\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From - Mon Mar  2 09:30:00 2026\n",
                "From 1234@xxx Mon Mar 02 09:30:00 +0000 2026\n",
                "From a b c Mon Mar 2 9:30 2026\n",
                "From MAILER-DAEMON Mon, 2 Mar 2026 09:30:00 +0000\n",
                "From ???@??? Mon Mar 02 09:30:00 2026\r\n",
                "From nobody\n"
            })
    void realFromLinesOfAllKindsSeparate(String line) throws IOException {
        assertThat(messages(FROM + "S: a\n\nText\n\n" + line + "Subject: b\n\nmore\n"))
                .hasSize(2);
    }

    @Test
    void aFromLineWithoutAnEmptyLineInFrontBelongsToTheMessage() throws IOException {
        assertThat(messages(FROM + "S: a\n\nText\n" + FROM + "more\n")).hasSize(1);
    }

    @Test
    void whatStandsBeforeTheFirstFromLineIsNotLost() throws IOException {
        assertThat(messages("Subject: lost\n\nand found\n\n" + FROM + "S: a\n"))
                .containsExactly("Subject: lost\n\nand found\n", "S: a\n");
    }

    @ParameterizedTest
    @CsvSource({
        "From a Mon Mar  2 09:30:00 2026, 2026-03-02T09:30:00Z",
        "From a Mon Mar  2 09:30:00 2026 -0800, 2026-03-02T17:30:00Z",
        "From a Mon Mar 02 09:30:00 +0100 2026, 2026-03-02T08:30:00Z",
        "From a Mon Mar  2 09:30:00 PST 2026, 2026-03-02T17:30:00Z",
        "From a Mon Jun  1 09:30:00 EDT 2026, 2026-06-01T13:30:00Z",
        "From a Mon Mar  2 09:30 2026, 2026-03-02T09:30:00Z"
    })
    void theTimeOfAFromLineIsRead(String line, Instant time) {
        assertThat(FromLine.time(line)).contains(time);
    }

    @Test
    void aTimeThatCannotBeIsNone() {
        assertThat(FromLine.time("From a Mon Feb 31 09:30:00 2026")).isEmpty();
        assertThat(FromLine.time("From a Mon Feb 11 09:30:00 -9900 2026")).isEmpty();
        assertThat(FromLine.time("From nobody")).isEmpty();
    }

    @Test
    void fragmentsJoinedAgainAreTheFileAndAnyOfThemIsAPlaceToGoOn() throws IOException {
        long seed = System.nanoTime();
        System.out.println("fragmentsJoinedAgain seed " + seed);
        Random random = new Random(seed);
        int messages = 0;
        for (int round = 0; round < 400; round++) {
            byte[] mbox = random(random, round % 40 == 0);
            List<Fragment> fragments = split(mbox);
            messages += fragments.size();
            assertThat(joined(fragments)).isEqualTo(mbox);
            if (!fragments.isEmpty()) {
                int at = random.nextInt(fragments.size());
                long end = fragments.get(at).end();
                InputStream rest = new ByteArrayInputStream(mbox, (int) end, mbox.length - (int) end);
                MboxSplitter splitter = new MboxSplitter(rest, end, folder);
                for (Fragment expected : fragments.subList(at + 1, fragments.size())) {
                    Fragment found = splitter.next().orElseThrow();
                    assertThat(found.offset()).isEqualTo(expected.offset());
                    assertThat(text(found)).isEqualTo(text(expected));
                }
                assertThat(splitter.next()).isEmpty();
            }
            for (Fragment fragment : fragments) {
                fragment.message().close();
            }
        }
        assertThat(messages).isGreaterThan(400);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
    void fragmentsOfRealMailboxesJoinedAgainAreTheFile() throws IOException {
        int files = 0;
        try (Stream<Path> tree = Files.walk(Path.of(System.getenv("MUNIMENT_CORPORA")))) {
            for (Path file : (Iterable<Path>) tree.filter(one -> one.toString().endsWith(".mbox"))::iterator) {
                byte[] mbox = Files.readAllBytes(file);
                assertThat(joined(split(mbox))).as(file.toString()).isEqualTo(mbox);
                files++;
            }
        }
        assertThat(files).isPositive();
    }

    private static byte[] random(Random random, boolean large) throws IOException {
        String[] words = {
            FROM,
            FROM.replace("\n", "\r\n"),
            "From nobody\n",
            "From here on\n",
            ">From a\n",
            ">>From b\n",
            ">>>From c\n",
            ">> reply\n",
            "\n",
            "\n",
            "\r\n",
            "text\n",
            "Subject: x\n",
            "no end",
            "\r",
            "\0\n",
            "From ",
            ">",
            "\n\n"
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            out.write(words[random.nextInt(words.length)].getBytes(StandardCharsets.ISO_8859_1));
            if (large && random.nextInt(10) == 0) {
                out.write("y".repeat(random.nextInt(200_000)).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private static byte[] joined(List<Fragment> fragments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Fragment fragment : fragments) {
            out.write(fragment.fromLine());
            out.write(quoted(text(fragment), fragment.quoting()).getBytes(StandardCharsets.ISO_8859_1));
            out.write(fragment.separator());
        }
        return out.toByteArray();
    }

    private static String quoted(String message, Quoting quoting) {
        return switch (quoting) {
            case NONE -> message;
            case MBOXO -> Pattern.compile("(^|\n)(?=From )").matcher(message).replaceAll("$1>");
            case MBOXRD -> Pattern.compile("(^|\n)(?=>*From )").matcher(message).replaceAll("$1>");
        };
    }
}
