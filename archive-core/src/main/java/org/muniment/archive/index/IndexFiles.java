package org.muniment.archive.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/** The files of the latest commit. Each ends in a checksum over all of it, so that any changed byte is found. */
final class IndexFiles {
    private static final int TRIES = 5;

    private final Directory directory;

    IndexFiles(Directory directory) {
        this.directory = directory;
    }

    /** What is wrong with them, a line for each. */
    List<String> damage() throws IOException {
        List<String> damage = List.of();
        // A writer beside us may have removed the files of a commit that is no longer the latest.
        for (int i = 0; i < TRIES; i++) {
            String commit = latest();
            damage = damage(commit);
            if (damage.isEmpty() || commit.equals(latest())) {
                break;
            }
        }
        return damage;
    }

    private String latest() throws IOException {
        return String.valueOf(SegmentInfos.getLastCommitSegmentsFileName(directory));
    }

    private List<String> damage(String commit) throws IOException {
        try {
            return check(SegmentInfos.readCommit(directory, commit).files(true));
        } catch (IOException | RuntimeException e) {
            List<String> damage = new ArrayList<>(List.of(commit + " cannot be read: " + e.getMessage()));
            damage.addAll(check(List.of(directory.listAll())));
            return damage;
        }
    }

    private List<String> check(Collection<String> files) {
        return files.stream()
                .filter(file -> !file.equals(IndexWriter.WRITE_LOCK_NAME))
                .sorted()
                .flatMap(file -> check(file).stream())
                .toList();
    }

    private Optional<String> check(String file) {
        try (var input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
            return Optional.empty();
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.of(file + " is missing");
        } catch (IOException | RuntimeException e) {
            return Optional.of(file + " is damaged: " + e.getMessage());
        }
    }
}
