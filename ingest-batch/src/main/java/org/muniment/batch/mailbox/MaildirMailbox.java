package org.muniment.batch.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.batch.ingest.maildir.Maildir;

/**
 * A mailbox in a folder: a Maildir with its Maildir++ or plain subfolders. The second of delivery in front of a
 * message's name is the server's receipt time (cr.yp.to/proto/maildir.html); the file's own time is not asked, since
 * copying changes it. Links are neither listed nor followed.
 */
public final class MaildirMailbox implements Mailbox {
    private static final List<String> PARTS = List.of("cur", "new");
    private static final Pattern MARKS = Pattern.compile("[:;!]2,.*");

    private final Path root;

    /** @param root the folder; it need not be there before something is asked */
    public MaildirMailbox(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Stream<MailboxMessage> messages() {
        return folders().stream()
                .flatMap(folder -> PARTS.stream().map(folder::resolve))
                .filter(part -> Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS))
                .flatMap(this::files)
                .flatMap(file -> message(file).stream());
    }

    /** Every folder that is a Maildir, at any depth: at least one, or the disk with the mailbox is not there. */
    private List<Path> folders() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> found = all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(Maildir::is)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new MailboxUnavailable("There is no Maildir at " + root);
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new MailboxUnavailable("The folders of " + root + " can't be listed", e);
        }
    }

    private Stream<Path> files(Path part) {
        try {
            return Files.list(part);
        } catch (IOException e) {
            throw new MailboxUnavailable("The folder " + part + " can't be listed", e);
        }
    }

    private Optional<MailboxMessage> message(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile() ? Optional.of(message(file, now)) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new MailboxUnavailable("The message " + file + " can't be looked at", e);
        }
    }

    private MailboxMessage message(Path file, BasicFileAttributes now) {
        String name = String.valueOf(file.getFileName());
        String place = root.relativize(file).toString().replace('\\', '/');
        String folder = Maildir.folder(place.substring(0, place.lastIndexOf('/')));
        return new MailboxMessage(
                place,
                folder,
                Box.of(folder),
                Maildir.receipt(name).server(),
                Set.copyOf(Maildir.flags(name)),
                now.size(),
                version(now));
    }

    private static String version(BasicFileAttributes now) {
        return now.fileKey() + " " + now.size() + " " + now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<MailboxMessage> find(String place) {
        Path file = path(place);
        Optional<MailboxMessage> there = message(file);
        return there.isPresent() ? there : renamed(file);
    }

    /** A mail program that marks a message renames its file; what stands before the marks stays. */
    private Optional<MailboxMessage> renamed(Path file) {
        Path folder = file.resolve("../..").normalize();
        String name = unmarked(file);
        if (!Maildir.is(folder)) {
            folders();
        }
        return PARTS.stream()
                .map(folder::resolve)
                .filter(part -> Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS))
                .flatMap(part -> {
                    try (Stream<Path> files = files(part)) {
                        return files.filter(one -> unmarked(one).equals(name)).toList().stream();
                    }
                })
                .flatMap(one -> message(one).stream())
                .findFirst();
    }

    private static String unmarked(Path file) {
        return MARKS.matcher(String.valueOf(file.getFileName())).replaceFirst("");
    }

    private Path path(String place) {
        Path file = root.resolve(place).normalize();
        Path part = file.getParent();
        if (!file.startsWith(root) || part == null || !PARTS.contains(String.valueOf(part.getFileName()))) {
            throw new IllegalArgumentException("No place in a Maildir: " + place);
        }
        return file;
    }

    @Override
    public InputStream open(MailboxMessage message) {
        try {
            return Files.newInputStream(path(message.place()), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new MailboxUnavailable("The message " + message.place() + " can't be read", e);
        }
    }

    @Override
    public List<Removal> remove(List<MailboxMessage> messages) {
        return messages.stream().map(this::remove).toList();
    }

    private Removal remove(MailboxMessage message) {
        Path file = path(message.place());
        Optional<MailboxMessage> there = message(file);
        if (there.isEmpty()) {
            return Removal.ABSENT;
        }
        if (!there.orElseThrow().version().equals(message.version())) {
            return Removal.CHANGED;
        }
        try {
            Files.delete(file);
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Removal.REFUSED : Removal.GONE;
        } catch (NoSuchFileException gone) {
            return Removal.ABSENT;
        } catch (IOException refused) {
            return Removal.REFUSED;
        }
    }

    /** Nothing is kept open. */
    @Override
    public void close() {}
}
