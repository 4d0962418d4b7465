package org.muniment.batch.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Maildir++ on disk, written as a mail server would. */
final class TestMaildir {
    private final Path root;
    private int delivered;

    TestMaildir(Path root) {
        this.root = root;
        folder("INBOX");
    }

    Path root() {
        return root;
    }

    /** Delivers a message; null for a server that does not tell when. */
    Path deliver(String folder, @Nullable Instant received, String flags, String text) {
        String time = received == null ? "" : received.getEpochSecond() + ".";
        return write(folder(folder).resolve("cur/" + time + "M" + ++delivered + "P7.mail:2," + flags), text);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        Path folder = name.equals("INBOX") ? root : root.resolve("." + name.replace('/', '.'));
        try {
            for (String part : List.of("cur", "new", "tmp")) {
                Files.createDirectories(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Every message file, ascending. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
