package org.muniment.archive.production.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.production.ProductionFormat;

/** A package whose load files do not tell the truth is found out, although every digest is right. */
class LoadFilesCheckTest {
    @TempDir
    private Path folder;

    private SamplePackage sample;
    private Path made;

    @BeforeEach
    void make() throws IOException {
        sample = new SamplePackage(Files.createDirectory(folder.resolve("archive")), TimeStamps.NONE);
        made = sample.make(folder.resolve("court"), ProductionFormat.COURT);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private List<String> complaints() throws IOException {
        ProductionFile file = ProductionJson.read(Files.readAllBytes(made.resolve(ProductionFile.NAME)));
        List<String> complaints = new ArrayList<>();
        new LoadFilesCheck(made, file, (where, what) -> complaints.add(where + ": " + what))
                .run(new TreeSet<>(FolderFiles.list(made)));
        return complaints;
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(made.resolve(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(made.resolve(file), text.replace(from, to));
    }

    @Test
    void whatWasMadeAgrees() throws IOException {
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aLinkToNowhereIsFound() throws IOException {
        Files.delete(made.resolve("VOL001/TEXT/CUSD-000000001.txt"));
        assertThat(complaints())
                .containsExactly("DATA/PR1.dat: It links to .\\VOL001\\TEXT\\CUSD-000000001.txt, which is not there");
    }

    @Test
    void aNativeThatNothingLinksToIsFound() throws IOException {
        Files.writeString(made.resolve("VOL001/NATIVES/CUSD-000000002.doc"), "who put this here?");
        assertThat(complaints()).containsExactly("VOL001/NATIVES/CUSD-000000002.doc: No load file links to it");
    }

    @Test
    void aWrongPageCountIsFound() throws IOException {
        change("DATA/PR1.opt", "CUSD-000000002.tif,,,,", "CUSD-000000002.tif,Y,,,1");
        assertThat(complaints()).singleElement().asString().startsWith("DATA/PR1.opt: Record 2");
        change("DATA/PR1.opt", "CUSD-000000001.tif,Y,,,2", "CUSD-000000001.tif,Y,,,1");
        assertThat(complaints())
                .containsExactly("DATA/PR1.opt: It has other documents or pages than the Concordance file beside it");
    }

    @Test
    void numbersOutOfOrderOrOutOfRangeAreFound() throws IOException {
        change("DATA/PR1.dat", "þCUSD-000000003þ\u0014þCUSD-000000003þ", "þCUSD-000000001þ\u0014þCUSD-000000001þ");
        assertThat(complaints()).anyMatch(what -> what.startsWith("DATA/PR1.dat: CUSD-000000001 is not behind"));
        change("DATA/PR1.dat", "þCUSD-000000005þ", "þCUSD-000000006þ");
        assertThat(complaints()).anyMatch(what -> what.contains("CUSD-000000004 - CUSD-000000006 is not behind"));
    }

    @Test
    void whatIsNoLoadFileIsFound() throws IOException {
        change("DATA/PR1.dat", "þENDBATESþ", "þENDBAITSþ");
        assertThat(complaints()).anyMatch(what -> what.contains("There is no field ENDBAITS"));
    }
}
