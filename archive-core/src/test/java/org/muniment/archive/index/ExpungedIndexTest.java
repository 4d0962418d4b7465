package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;

/** What removed items leave in the files of an index, read as Lucene keeps it: deleted documents too. */
class ExpungedIndexTest {
    private static final int ITEMS = 600;

    @TempDir
    private Path folder;

    @Test
    void nothingOfARemovedItemIsLeftInAnyFileOnceExpunged() throws IOException {
        long seed = System.nanoTime();
        System.out.println("nothingOfARemovedItemIsLeft seed " + seed);
        Random random = new Random(seed);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(folder)) {
            for (int i = 0; i < ITEMS; i++) {
                index.put(List.of(document(i)));
                if (random.nextInt(40) == 0) {
                    index.commit(i + 1L);
                }
            }
            index.commit(ITEMS);
            Set<Integer> gone =
                    random.ints(1 + random.nextInt(20), 0, ITEMS).boxed().collect(Collectors.toSet());
            Set<String> before = words();
            gone.forEach(
                    number -> assertThat(before).as("seed " + seed).contains(word(number), "stored " + word(number)));

            index.remove(gone.stream().map(ExpungedIndexTest::id).toList());
            index.commit(ITEMS + 1L);
            index.expunge();

            Set<String> after = words();
            for (int i = 0; i < ITEMS; i++) {
                assertThat(after.contains(word(i)))
                        .as("word %d, seed %d", i, seed)
                        .isEqualTo(!gone.contains(i));
                assertThat(after.contains("stored " + word(i)))
                        .as("stored %d, seed %d", i, seed)
                        .isEqualTo(!gone.contains(i));
            }
            assertThat(strayFiles()).isEmpty();
            assertThat(index.through()).isEqualTo(ITEMS + 1L);
            assertThat(index.size()).isEqualTo(ITEMS - gone.size());
            index.expunge();
            assertThat(index.damage()).isEmpty();
        }
    }

    private static String word(int number) {
        return "zq" + "abcdefghij".charAt(number % 10) + number + "x";
    }

    private static ItemDocument document(int number) {
        return Samples.mail("item-" + number, word(number), "The word is " + word(number), null);
    }

    private static ItemId id(int number) {
        return document(number).reading().item().id();
    }

    /** Terms of every segment, and stored text of every document, deleted or not. */
    private Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                terms(leaf.reader(), words);
                for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                    Document stored = leaf.reader().storedFields().document(i);
                    for (IndexableField field : stored) {
                        words.add("stored " + field.stringValue().replace("The word is ", ""));
                    }
                }
            }
        }
        return words;
    }

    private static void terms(LeafReader segment, Set<String> words) throws IOException {
        for (String field : List.of(Column.SUBJECT.key(), Column.BODY.key())) {
            Terms terms = segment.terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                words.add(term.utf8ToString());
            }
        }
    }

    /** Files that the latest commit does not need. */
    private List<String> strayFiles() throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                Stream<Path> files = Files.list(folder)) {
            var commit = SegmentInfos.readLatestCommit(directory);
            List<String> strays = new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
            strays.removeAll(commit.files(true));
            strays.remove("write.lock");
            return strays;
        }
    }
}
