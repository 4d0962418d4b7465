package org.muniment.batch.restore;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.imap.ImapConnection;
import org.muniment.batch.ingest.imap.ImapProblem;
import org.muniment.batch.ingest.imap.ListedMessage;
import org.muniment.batch.ingest.imap.MailAccount;
import org.muniment.batch.ingest.imap.MailFolder;
import org.muniment.batch.ingest.imap.OpenFolder;
import org.muniment.batch.ingest.imap.Place;
import org.muniment.batch.ingest.imap.SteadyConnection;
import org.muniment.batch.mailbox.MailboxUnavailable;

/**
 * An account on an IMAP server. What a folder holds is told by size first, then by the bytes of those of that size. A
 * connection that breaks while a message is on its way is made again, and the message looked for before it is sent again.
 */
public final class ImapTarget implements RestoreTarget {
    private static final int PORTION = 500;
    private static final int TRIES = 5;
    private static final Map<String, String> SYSTEM =
            Map.of("draft", "\\Draft", "flagged", "\\Flagged", "answered", "\\Answered", "seen", "\\Seen");

    /** By place: what was read once need not be read again after a connection broke. */
    private final Map<Place, Digest> digests = new HashMap<>();

    private final SteadyConnection line;
    private final String name;
    private final Path spool;
    private @Nullable Contents contents;

    /** @param spool a folder for large messages */
    public ImapTarget(MailAccount account, Path spool) {
        this(account, spool, Duration.ofSeconds(1));
    }

    /** @param pause the first one before a failed connection is tried again */
    ImapTarget(MailAccount account, Path spool, Duration pause) {
        this.line = new SteadyConnection(account, pause, TRIES);
        this.name = account.name();
        this.spool = spool;
    }

    /** What is known of one folder. */
    private static final class Contents {
        private final String path;
        private final Map<Long, List<Long>> uidsBySize = new HashMap<>();
        private final OpenFolder open;
        private long last;

        Contents(String path, OpenFolder open) {
            this.path = path;
            this.open = open;
        }

        void add(long uid, long size) {
            uidsBySize.computeIfAbsent(size, any -> new ArrayList<>()).add(uid);
            last = Math.max(last, uid);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Put put(String folder, Spool message, List<String> flags, @Nullable Instant received) throws MessageRefused {
        LineEnds wanted = LineEnds.of(message);
        try {
            return line.with(connection -> put(connection, folder, message, wanted, flags, received));
        } catch (ImapProblem.Refused refused) {
            throw new MessageRefused(refused.words());
        } catch (ImapProblem problem) {
            throw new MailboxUnavailable(name + ": " + problem.words(), problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailboxUnavailable("Stopped while putting messages back to " + name, stopped);
        }
    }

    private Put put(
            ImapConnection connection,
            String folder,
            Spool message,
            LineEnds wanted,
            List<String> flags,
            @Nullable Instant received)
            throws ImapProblem {
        boolean done = false;
        try {
            Contents there = contents(connection, folder);
            if (holds(connection, there, message, wanted)) {
                done = true;
                return Put.PRESENT;
            }
            append(connection, there.open.folder(), message, flags, received);
            Put became = readBack(connection, there, wanted);
            done = true;
            return became;
        } finally {
            if (!done) {
                contents = null;
            }
        }
    }

    /** One folder at a time: messages come folder by folder. */
    private Contents contents(ImapConnection connection, String path) throws ImapProblem {
        Contents known = contents;
        if (known != null && known.path.equals(path)) {
            return known;
        }
        Contents read = new Contents(path, line.select(folder(connection, path)));
        List<Long> uids = connection.uids(read.open);
        for (int from = 0; from < uids.size(); from += PORTION) {
            List<Long> some = uids.subList(from, Math.min(uids.size(), from + PORTION));
            connection.list(some).values().forEach(told -> read.add(told.uid(), told.size()));
        }
        contents = read;
        return read;
    }

    private static MailFolder folder(ImapConnection connection, String path) throws ImapProblem {
        Optional<MailFolder> there = connection.folders().stream()
                .filter(one -> one.path().equals(path)
                        || (path.equalsIgnoreCase("INBOX") && one.path().equals("INBOX")))
                .findFirst();
        if (there.isPresent()) {
            return there.orElseThrow();
        }
        MailFolder made = connection.named(path);
        connection.create(made);
        return made;
    }

    private boolean holds(ImapConnection connection, Contents there, Spool message, LineEnds wanted)
            throws ImapProblem {
        List<Long> sameSize = Stream.of(message.size(), wanted.size())
                .distinct()
                .flatMap(size -> there.uidsBySize.getOrDefault(size, List.of()).stream())
                .toList();
        for (long uid : sameSize) {
            Place place = there.open.place(uid);
            if (!digests.containsKey(place)) {
                read(connection, uid, message.size()).ifPresent(bytes -> digests.put(place, bytes.canonical()));
                line.restore();
            }
            if (wanted.canonical().equals(digests.get(place))) {
                return true;
            }
        }
        return false;
    }

    private Optional<LineEnds> read(ImapConnection connection, long uid, long size) throws ImapProblem {
        Optional<Spool> bytes = connection.bytes(uid, size, Long.MAX_VALUE, spool);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (Spool read = bytes.orElseThrow()) {
            return Optional.of(LineEnds.of(read));
        }
    }

    /** A server that keeps no keywords gets the message without them. */
    private static void append(
            ImapConnection connection, MailFolder folder, Spool message, List<String> flags, @Nullable Instant received)
            throws ImapProblem {
        List<String> system = flags.stream()
                .flatMap(one -> Stream.ofNullable(SYSTEM.get(one)))
                .toList();
        List<String> keywords = flags.stream()
                .filter(one -> !SYSTEM.containsKey(one) && !one.equals("trashed"))
                .filter(one -> one.matches("[$]?[a-z0-9][a-z0-9_.-]{0,60}") && !one.startsWith("listed-as-"))
                .toList();
        try {
            connection.append(
                    folder, Stream.concat(system.stream(), keywords.stream()).toList(), received, message);
        } catch (ImapProblem.Refused refused) {
            if (keywords.isEmpty()) {
                throw refused;
            }
            connection.append(folder, system, received, message);
        }
    }

    /** The message is among those that came since; of two that came, the one that is like it. */
    private Put readBack(ImapConnection connection, Contents there, LineEnds wanted) throws ImapProblem {
        line.select(there.open.folder());
        List<Long> came = connection.uidsAfter(there.last);
        Put found = Put.ALTERED;
        if (!came.isEmpty()) {
            for (ListedMessage told : connection.list(came).values()) {
                there.add(told.uid(), told.size());
                Optional<LineEnds> bytes = read(connection, told.uid(), wanted.size());
                bytes.ifPresent(one -> digests.put(there.open.place(told.uid()), one.canonical()));
                Put became = bytes.map(wanted::became).orElse(Put.ALTERED);
                found = became.compareTo(found) < 0 ? became : found;
            }
        }
        return found;
    }

    @Override
    public void close() {
        line.close();
    }
}
