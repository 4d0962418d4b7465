package org.muniment.batch.produce.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;

class LeakTestTest {
    private static final ItemId REDACTED = ItemId.of(Digest.of(new byte[] {1}));
    private static final ItemId OTHER = ItemId.of(Digest.of(new byte[] {2}));

    @TempDir
    Path folder;

    /** Two items, a page each. */
    private record Two(Map<ItemId, String> words) implements LeakTest.Sources {
        @Override
        public Optional<ItemId> at(String number) {
            return switch (number) {
                case "T-000000001" -> Optional.of(REDACTED);
                case "T-000000002" -> Optional.of(OTHER);
                default -> Optional.empty();
            };
        }

        @Override
        public Set<ItemId> titled(String text) {
            return Set.of();
        }

        @Override
        public String visible(ItemId item) {
            return Objects.requireNonNull(words.get(item));
        }

        @Override
        public String printed() {
            return "Received Attachments";
        }

        @Override
        public String chosen() {
            return "all about attachments";
        }

        @Override
        public String natives(ItemId item) {
            return Objects.requireNonNull(words.get(item));
        }
    }

    private List<Leak> run(String visible, String other, Secret... secrets) throws IOException {
        return new LeakTest(List.of(secrets), new Two(Map.of(REDACTED, visible, OTHER, other)), PictureReader.NONE)
                .run(folder);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static Secret milo() {
        return new Secret(REDACTED, "Milo Ashfeld", true);
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        file("VOL001/TEXT/T-000000001.txt", "[49076] fell from the climber");
        assertThat(run("fell from the climber", "", milo())).isEmpty();
    }

    @Test
    void hiddenWordsInTheItemsOwnTextHaveLeaked() throws IOException {
        file("VOL001/TEXT/T-000000001.txt", "Milo\r\nAshfeld fell");
        assertThat(run("fell", "", milo()))
                .containsExactly(new Leak(Leak.Sort.LEAKED, REDACTED, "VOL001/TEXT/T-000000001.txt"));
    }

    @Test
    void aFilesNameIsReadToo() throws IOException {
        file("VOL001/NATIVES/Milo-Ashfeld.pdf", "");
        assertThat(run("", "", milo()))
                .extracting(Leak::where)
                .containsExactly("file name VOL001/NATIVES/Milo-Ashfeld.pdf");
    }

    @Test
    void whatNobodyHidElsewhereIsShown() throws IOException {
        file(
                "LOGS/contents.csv",
                "FIRST\r\nT-000000001,T-000000001,[49076]\r\nT-000000002,T-000000002,About Milo Ashfeld\r\n");
        assertThat(run("", "About Milo Ashfeld", milo()))
                .containsExactly(new Leak(Leak.Sort.SHOWN, REDACTED, "LOGS/contents.csv, line 3"));
    }

    @Test
    void inAnotherItemsLineWhereThatItemDoesNotHaveItItLeaked() throws IOException {
        file("DATA/PR1.dat", "T-000000002 Milo Ashfeld\r\n");
        assertThat(run("", "nothing of the kind", milo()))
                .extracting(Leak::sort)
                .containsExactly(Leak.Sort.LEAKED);
    }

    @Test
    void aNativeThatHoldsItIsShown() throws IOException {
        file("VOL001/NATIVES/T-000000002.xlsx", "PK");
        assertThat(run("", "Milo Ashfeld\t12", milo())).extracting(Leak::sort).containsExactly(Leak.Sort.SHOWN);
    }

    @Test
    void wordsOfOneOrTwoLettersAreSoughtInTheirOwnItemOnly() throws IOException {
        file("VOL001/TEXT/T-000000001.txt", "he fell");
        file("VOL001/TEXT/T-000000002.txt", "and he said");
        Secret he = new Secret(REDACTED, "he", true);
        assertThat(run("fell", "and he said", he))
                .containsExactly(new Leak(Leak.Sort.LEAKED, REDACTED, "VOL001/TEXT/T-000000001.txt"));
    }

    @Test
    void theProductionFileIsReadToo() throws IOException {
        file("production.json", "{\"query\":\"from:milo ashfeld\"}");
        assertThat(run("", "", milo())).extracting(Leak::where).containsExactly("production.json, line 1");
    }

    @Test
    void whatAWithheldItemIsCalledIsSoughtOnItsOwnPageOnly() throws IOException {
        file("VOL001/TEXT/T-000000001.txt", "Withheld: settlement of the claim");
        file("VOL001/TEXT/T-000000002.txt", "Re: settlement of the claim");
        Secret subject = new Secret(REDACTED, "settlement of the claim", false);
        assertThat(run("", "Re: settlement of the claim", subject))
                .extracting(Leak::where)
                .containsExactly("VOL001/TEXT/T-000000001.txt");
    }

    @Test
    void aWordThatTheProgramPrintsItselfSaysNothing() throws IOException {
        file("VOL001/TEXT/T-000000001.txt", "Received: yes. Attachments: none");
        assertThat(run("", "", new Secret(REDACTED, "received", true))).isEmpty();
        assertThat(run("", "", new Secret(REDACTED, "attachments", true)))
                .as("what a person chose to print does")
                .hasSize(1);
    }

    @Test
    void aSecretNeverPrintsItself() {
        assertThat(milo().toString()).doesNotContain("Milo");
    }
}
