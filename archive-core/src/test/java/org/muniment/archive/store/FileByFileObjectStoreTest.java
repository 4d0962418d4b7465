package org.muniment.archive.store;

import java.nio.file.Path;
import java.util.Optional;

/** The store on a platform that syncs file by file. */
class FileByFileObjectStoreTest extends FileObjectStoreTest {
    @Override
    FileObjectStore store(Path folder) {
        return new FileObjectStore(folder, ObjectStore.LARGEST, path -> Optional.empty());
    }
}
