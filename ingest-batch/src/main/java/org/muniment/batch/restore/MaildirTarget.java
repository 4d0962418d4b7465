package org.muniment.batch.restore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.batch.mailbox.MailboxUnavailable;

/** A Maildir++ (cr.yp.to/proto/maildir.html): made when it is not there. */
public final class MaildirTarget implements RestoreTarget {
    private static final Map<String, String> MARKS =
            Map.of("draft", "D", "flagged", "F", "passed", "P", "answered", "R", "seen", "S");

    private final Path root;
    private final Map<Path, Set<Digest>> present = new HashMap<>();

    public MaildirTarget(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public Put put(String folder, Spool message, List<String> flags, @Nullable Instant received) {
        Path at = folder.equalsIgnoreCase("INBOX") ? root : root.resolve("." + levels(folder));
        LineEnds wanted = LineEnds.of(message);
        try {
            Set<Digest> there = present.computeIfAbsent(at, MaildirTarget::read);
            if (!there.add(wanted.canonical())) {
                return Put.PRESENT;
            }
            return write(at, message, wanted, marks(flags), received);
        } catch (IOException e) {
            throw new MailboxUnavailable("The folder " + at + " can't be written to: " + e.getMessage(), e);
        }
    }

    /** A dot parts the levels, so none is left in a name. */
    private static String levels(String folder) {
        return Stream.of(folder.split("/"))
                .map(level -> BASE64MailboxEncoder.encode(level.replace('.', '_')))
                .collect(Collectors.joining("."));
    }

    private static Set<Digest> read(Path folder) {
        Set<Digest> found = new HashSet<>();
        for (String part : List.of("cur", "new")) {
            try {
                Files.createDirectories(folder.resolve("tmp"));
                Path files = Files.createDirectories(folder.resolve(part));
                try (Stream<Path> all = Files.list(files)) {
                    all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .forEach(file -> found.add(
                                    LineEnds.of(new Unowned(file).spool()).canonical()));
                }
            } catch (IOException e) {
                throw new MailboxUnavailable("The folder " + folder + " can't be read", e);
            }
        }
        return found;
    }

    /** A file that a spool reads and must not delete: the spool is never closed. */
    private record Unowned(Path file) {
        Spool spool() {
            return Spool.ofTemporary(file);
        }
    }

    private static String marks(List<String> flags) {
        return flags.stream()
                .flatMap(flag -> Stream.ofNullable(MARKS.get(flag)))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining());
    }

    private static Put write(Path at, Spool message, LineEnds wanted, String marks, @Nullable Instant received)
            throws IOException {
        String time = received == null ? "" : received.getEpochSecond() + ".";
        String name = time + "R" + wanted.exact().hex().substring(0, 32) + ".muniment";
        Path written = at.resolve("tmp").resolve(name);
        try (InputStream in = message.open()) {
            Files.copy(in, written, StandardCopyOption.REPLACE_EXISTING);
        }
        if (received != null) {
            Files.setLastModifiedTime(written, FileTime.from(received));
        }
        try (FileChannel file = FileChannel.open(written, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Path in = at.resolve("cur").resolve(name + ":2," + marks);
        Files.move(written, in, StandardCopyOption.ATOMIC_MOVE);
        return wanted.became(LineEnds.of(new Unowned(in).spool()));
    }

    /** Nothing is kept open. */
    @Override
    public void close() {}
}
