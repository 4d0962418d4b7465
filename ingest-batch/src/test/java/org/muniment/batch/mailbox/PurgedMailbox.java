package org.muniment.batch.mailbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

/** A mailbox of a district, on a database of its own for each test. */
abstract class PurgedMailbox {
    @TempDir
    Path folder;

    PurgeDistrict district;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDistrict() {
        district = new PurgeDistrict(open(folder), folder);
    }

    @AfterEach
    void closeDistrict() {
        district.close();
    }
}
