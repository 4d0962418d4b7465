package org.muniment.batch.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.imap.ImapConnection;
import org.muniment.batch.ingest.imap.ImapProblem;
import org.muniment.batch.ingest.imap.ListedMessage;
import org.muniment.batch.ingest.imap.MailAccount;
import org.muniment.batch.ingest.imap.MailFolder;
import org.muniment.batch.ingest.imap.OpenFolder;
import org.muniment.batch.ingest.imap.Place;
import org.muniment.batch.ingest.imap.SteadyConnection;

/**
 * A mailbox on an IMAP server that has UIDPLUS (RFC 4315). A place is UIDVALIDITY, UID and folder; the server's receipt is
 * INTERNALDATE. Messages are marked and removed by {@code UID STORE} and {@code UID EXPUNGE} of exactly the UIDs named, and
 * looked for afterwards; other messages that somebody marked as deleted stay.
 */
public final class ImapMailbox implements Mailbox {
    private static final int PORTION = 500;
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SteadyConnection line;
    private final String name;
    private final Path spool;
    private final Map<String, MailFolder> folders = new HashMap<>();

    /**
     * @param account nothing is connected before something is asked
     * @param spool a folder for large messages
     */
    public ImapMailbox(MailAccount account, Path spool) {
        this(account, spool, PAUSE);
    }

    /** @param pause the first one before a failed connection is tried again */
    ImapMailbox(MailAccount account, Path spool, Duration pause) {
        this.line = new SteadyConnection(account, pause, TRIES);
        this.name = account.name();
        this.spool = spool;
    }

    @Override
    public Stream<MailboxMessage> messages() {
        return folders().stream().flatMap(this::messages);
    }

    private List<MailFolder> folders() {
        List<MailFolder> found = ask(connection -> {
            refuseInexact(connection);
            return connection.folders();
        });
        folders.clear();
        found.forEach(folder -> folders.put(folder.name(), folder));
        return found;
    }

    private void refuseInexact(ImapConnection connection) {
        if (connection.isGmail()) {
            throw new MailboxUnavailable("On " + name + " a message is in several folders at once, and expunging it"
                    + " takes a label off and leaves it in All Mail; let Google Vault or a retention rule remove it");
        }
        if (!connection.removesExactly()) {
            throw new MailboxUnavailable(
                    "The server of " + name + " has no UIDPLUS, so single messages can't be removed exactly");
        }
    }

    private Stream<MailboxMessage> messages(MailFolder folder) {
        OpenFolder open = ask(connection -> line.examine(folder));
        List<Long> uids = ask(connection -> connection.uids(line.examine(folder)));
        return IntStream.iterate(0, from -> from < uids.size(), from -> from + PORTION)
                .mapToObj(from -> uids.subList(from, Math.min(uids.size(), from + PORTION)))
                .flatMap(some -> listed(open, some).stream());
    }

    /** What the server lists and does not tell more of is there, of unknown age. */
    private List<MailboxMessage> listed(OpenFolder open, List<Long> uids) {
        Map<Long, ListedMessage> told = ask(connection -> {
            refuseOther(open, line.examine(open.folder()));
            return connection.list(uids);
        });
        return uids.stream()
                .map(uid -> message(
                        open, told.getOrDefault(uid, new ListedMessage(uid, List.of(), List.of(), "", null, 0))))
                .toList();
    }

    private static void refuseOther(OpenFolder open, OpenFolder now) {
        if (now.validity() != open.validity()) {
            throw new MailboxUnavailable(
                    "The mail server numbers the folder " + open.folder().path() + " anew while it is listed");
        }
    }

    private static MailboxMessage message(OpenFolder open, ListedMessage told) {
        MailFolder folder = open.folder();
        return new MailboxMessage(
                open.place(told.uid()).toString(),
                folder.path(),
                folder.attributes().contains("\\sent") ? Box.OUT : Box.of(folder.path()),
                told.received(),
                Set.copyOf(told.flags()),
                told.size(),
                told.internalDate() + " " + told.size());
    }

    @Override
    public Optional<MailboxMessage> find(String place) {
        Place where = place(place);
        MailFolder folder = folder(where);
        return ask(connection -> {
            OpenFolder open = line.examine(folder);
            if (open.validity() != where.validity()) {
                throw new PlaceLost("The mail server has numbered the folder " + where.folder() + " anew");
            }
            connection.refresh();
            return Optional.ofNullable(connection.list(List.of(where.uid())).get(where.uid()))
                    .map(told -> message(open, told));
        });
    }

    private static Place place(String place) {
        return Place.parse(place)
                .orElseThrow(() -> new IllegalArgumentException("No place of a mail account: " + place));
    }

    private MailFolder folder(Place where) {
        if (!folders.containsKey(where.folder())) {
            folders();
        }
        @Nullable MailFolder found = folders.get(where.folder());
        if (found == null) {
            throw new PlaceLost("There is no folder " + where.folder() + " any more");
        }
        return found;
    }

    @Override
    public InputStream open(MailboxMessage message) {
        Place where = place(message.place());
        try {
            MailFolder folder = folder(where);
            Optional<Spool> bytes = ask(connection -> line.examine(folder).validity() == where.validity()
                    ? connection.bytes(where.uid(), message.size(), Long.MAX_VALUE, spool)
                    : Optional.<Spool>empty());
            return stream(bytes.orElseThrow(
                    () -> new MailboxUnavailable("The message " + message.place() + " is not there any more")));
        } catch (PlaceLost lost) {
            throw new MailboxUnavailable("The message " + message.place() + " can't be found", lost);
        }
    }

    private static InputStream stream(Spool bytes) {
        return new FilterInputStream(bytes.open()) {
            @Override
            public void close() throws IOException {
                try (bytes) {
                    super.close();
                }
            }
        };
    }

    @Override
    public List<Removal> remove(List<MailboxMessage> messages) {
        Map<String, List<MailboxMessage>> byFolder = messages.stream()
                .collect(Collectors.groupingBy(
                        one -> place(one.place()).folder(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Removal> became = new HashMap<>();
        byFolder.values().forEach(some -> became.putAll(removeFrom(some)));
        return messages.stream()
                .map(one -> became.getOrDefault(one.place(), Removal.REFUSED))
                .toList();
    }

    /** Nothing here is tried again: after a broken connection the caller looks for each message. */
    private Map<String, Removal> removeFrom(List<MailboxMessage> messages) {
        try {
            ImapConnection connection = line.connected();
            refuseInexact(connection);
            OpenFolder open = line.select(folder(place(messages.getFirst().place())));
            return new Removed(connection, open, messages).all();
        } catch (PlaceLost lost) {
            return messages.stream().collect(Collectors.toMap(MailboxMessage::place, any -> Removal.ABSENT));
        } catch (ImapProblem problem) {
            line.hangUp();
            throw new MailboxUnavailable("Messages of " + name + " could not be removed: " + problem.words(), problem);
        }
    }

    /** One removal from one folder. */
    private static final class Removed {
        private final ImapConnection connection;
        private final OpenFolder open;
        private final List<MailboxMessage> messages;
        private final Map<String, Removal> became = new HashMap<>();

        Removed(ImapConnection connection, OpenFolder open, List<MailboxMessage> messages) {
            this.connection = connection;
            this.open = open;
            this.messages = messages;
        }

        Map<String, Removal> all() throws ImapProblem {
            Map<Long, MailboxMessage> here = new LinkedHashMap<>();
            for (MailboxMessage message : messages) {
                Place where = place(message.place());
                if (where.validity() == open.validity()) {
                    here.put(where.uid(), message);
                } else {
                    became.put(message.place(), Removal.CHANGED);
                }
            }
            Set<Long> same = here.isEmpty() || open.readOnly() ? Set.of() : unchanged(here);
            if (!same.isEmpty()) {
                expunge(same);
            }
            return became;
        }

        private Set<Long> unchanged(Map<Long, MailboxMessage> here) throws ImapProblem {
            Set<Long> same = new HashSet<>();
            Map<Long, ListedMessage> now = connection.list(here.keySet());
            for (Map.Entry<Long, MailboxMessage> one : here.entrySet()) {
                long uid = one.getKey();
                MailboxMessage message = one.getValue();
                @Nullable ListedMessage there = now.get(uid);
                if (there == null) {
                    became.put(message.place(), Removal.ABSENT);
                } else if (isAsListed(message, message(open, there))) {
                    same.add(uid);
                } else {
                    became.put(message.place(), Removal.CHANGED);
                }
            }
            return same;
        }

        /** Its owner may have flagged it meanwhile. */
        private static boolean isAsListed(MailboxMessage listed, MailboxMessage now) {
            return now.version().equals(listed.version())
                    && now.flags().contains("flagged") == listed.flags().contains("flagged")
                    && now.flags().contains("draft") == listed.flags().contains("draft");
        }

        private void expunge(Set<Long> uids) throws ImapProblem {
            Set<Long> unmarked = new HashSet<>(uids);
            connection.list(uids).values().stream()
                    .filter(told -> told.flags().contains("trashed"))
                    .forEach(told -> unmarked.remove(told.uid()));
            try {
                connection.markDeleted(uids, true);
                connection.expunge(uids);
            } catch (ImapProblem.Refused refused) {
                // Each is looked for below.
            }
            Set<Long> left = connection.list(uids).keySet();
            uids.forEach(
                    uid -> became.put(open.place(uid).toString(), left.contains(uid) ? Removal.REFUSED : Removal.GONE));
            unmarked.retainAll(left);
            if (!unmarked.isEmpty()) {
                connection.markDeleted(unmarked, false);
            }
        }
    }

    private <T> T ask(SteadyConnection.Question<T> question) {
        try {
            return line.with(question);
        } catch (ImapProblem problem) {
            throw new MailboxUnavailable(name + ": " + problem.words(), problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailboxUnavailable("Stopped while asking " + name, stopped);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
