package org.muniment.batch.ingest.imap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.ItemSource.Sink;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;

/**
 * Reads what is new in one folder: every UID that the server lists ends as a message handed over or as one rejected by name.
 * Messages come together while all goes well; when something fails, one at a time, so that one that breaks the connection
 * every time costs itself only. For one thread and one folder.
 */
final class FolderReading {
    private static final int LISTED = 200;
    private static final int TOGETHER = 50;
    /** Messages of so many bytes together are fetched by one command and held in memory. */
    private static final long TOGETHER_BYTES = 2 << 20;
    /** A server that gave so many messages twice in the same other length than it lists just counts otherwise. */
    private static final int MISCOUNTS = 10;
    /** How often a message is asked for that can't be read. */
    private static final int TRIES = 3;

    private final String account;
    private final ReadMessages register;
    private final SteadyConnection line;
    private final Path spool;
    private final Map<Long, Integer> failures = new HashMap<>();
    private final TreeSet<Long> alone = new TreeSet<>();
    private final TreeSet<Long> rest = new TreeSet<>();
    private final Map<Long, Integer> lengths = new HashMap<>();
    private int miscounted;
    private long validity;

    FolderReading(String account, ReadMessages register, SteadyConnection line, Path spool) {
        this.account = account;
        this.register = register;
        this.line = line;
        this.spool = spool;
    }

    void read(MailFolder folder, Sink sink) throws ImapProblem, InterruptedException {
        boolean more = true;
        while (more) {
            try {
                more = readSome(folder, sink);
            } catch (ImapProblem.Lost | ImapProblem.Garbled problem) {
                line.pauseAfter(problem);
            }
        }
    }

    private boolean readSome(MailFolder folder, Sink sink) throws ImapProblem, InterruptedException {
        OpenFolder open = line.examine(folder);
        if (open.validity() != validity) {
            begin(open);
        }
        List<Long> next = rest.stream().limit(LISTED).toList();
        if (next.isEmpty()) {
            return false;
        }
        Map<Long, ListedMessage> listed = listed(next);
        for (List<Long> group : groups(next, listed)) {
            fetch(open, group, listed, sink);
            line.restore();
        }
        return true;
    }

    /** Also when the server gives its messages new UIDs in the middle: then all are new. */
    private void begin(OpenFolder open) throws ImapProblem {
        UidRanges read = register.of(account, open.folder().name(), open.validity());
        List<Long> all = line.connected().uids(open);
        rest.clear();
        failures.clear();
        alone.clear();
        all.stream().filter(uid -> !read.holds(uid)).forEach(rest::add);
        validity = open.validity();
    }

    /** A server that stumbles over one message is asked for each by itself; what it can't tell is then unknown. */
    private Map<Long, ListedMessage> listed(List<Long> uids) throws ImapProblem {
        try {
            return line.connected().list(uids);
        } catch (ImapProblem.Refused refused) {
            Map<Long, ListedMessage> found = new HashMap<>();
            for (long uid : uids) {
                try {
                    found.putAll(line.connected().list(List.of(uid)));
                } catch (ImapProblem.Refused again) {
                    alone.add(uid);
                }
            }
            return found;
        }
    }

    /** In ascending order: small ones together, large ones and those that failed before each by itself. */
    private List<List<Long>> groups(List<Long> uids, Map<Long, ListedMessage> listed) {
        List<List<Long>> groups = new ArrayList<>();
        List<Long> group = new ArrayList<>();
        long bytes = 0;
        for (long uid : uids) {
            ListedMessage message = listed.get(uid);
            long size = message == null || alone.contains(uid) ? TOGETHER_BYTES : message.size();
            if (!group.isEmpty() && (bytes + size > TOGETHER_BYTES || group.size() == TOGETHER)) {
                groups.add(group);
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(uid);
            bytes += size;
        }
        groups.add(group);
        return groups;
    }

    private void fetch(OpenFolder open, List<Long> group, Map<Long, ListedMessage> listed, Sink sink)
            throws ImapProblem, InterruptedException {
        if (group.size() == 1) {
            single(open, group.getFirst(), Optional.ofNullable(listed.get(group.getFirst())), sink);
            return;
        }
        Map<Long, Spool> bytes = together(group, listed);
        for (long uid : group) {
            Optional<Spool> message = Optional.ofNullable(bytes.get(uid));
            if (message.isPresent()) {
                handOver(open, uid, Optional.ofNullable(listed.get(uid)), message.orElseThrow(), sink);
            } else {
                single(open, uid, Optional.ofNullable(listed.get(uid)), sink);
            }
        }
    }

    /** What does not come, or in another length than the server told, is asked for again by itself. */
    private Map<Long, Spool> together(List<Long> group, Map<Long, ListedMessage> listed) throws ImapProblem {
        Map<Long, Spool> found = new LinkedHashMap<>();
        try {
            line.connected().bytes(group).forEach((uid, bytes) -> {
                ListedMessage message = listed.get(uid);
                boolean asListed = message != null && message.size() == bytes.length;
                if (asListed || (bytes.length > 0 && miscounted >= MISCOUNTS)) {
                    found.put(uid, Spool.of(bytes));
                } else {
                    lengths.put(uid, bytes.length);
                }
            });
        } catch (ImapProblem.Refused refused) {
            alone.addAll(group);
        } catch (ImapProblem.Lost | ImapProblem.Garbled broken) {
            alone.addAll(group);
            throw broken;
        }
        return found;
    }

    private void single(OpenFolder open, long uid, Optional<ListedMessage> listed, Sink sink)
            throws ImapProblem, InterruptedException {
        try {
            long size = listed.map(ListedMessage::size).orElse(0L);
            Optional<Spool> bytes = line.connected().bytes(uid, size, RawItem.LARGEST, spool);
            if (bytes.isPresent() && (size == 0 || bytes.orElseThrow().size() > 0)) {
                Integer before = lengths.remove(uid);
                miscounted += before != null && before == bytes.orElseThrow().size() ? 1 : 0;
                handOver(open, uid, listed, bytes.orElseThrow(), sink);
            } else {
                missing(open, uid, size, sink);
            }
        } catch (ImapProblem.Refused refused) {
            failed(open, uid, new ImapProblem.Garbled(refused.words()), sink);
        } catch (ImapProblem.Lost broken) {
            failed(open, uid, broken, sink);
            throw broken;
        }
    }

    private void missing(OpenFolder open, long uid, long size, Sink sink) throws ImapProblem, InterruptedException {
        if (line.connected().list(List.of(uid)).isEmpty()) {
            reject(open, uid, "it disappeared while the folder was being read", sink);
        } else {
            failed(open, uid, new ImapProblem.Garbled("it lists " + size + " bytes, and gives none"), sink);
        }
    }

    /** Throws the problem, so that the message is asked for on a new connection, until that was done often enough. */
    private void failed(OpenFolder open, long uid, ImapProblem problem, Sink sink)
            throws ImapProblem, InterruptedException {
        alone.add(uid);
        if (failures.merge(uid, 1, Integer::sum) < TRIES) {
            throw problem;
        }
        reject(open, uid, "the mail server does not give it: " + problem.words(), sink);
        line.restore();
    }

    private void reject(OpenFolder open, long uid, String reason, Sink sink) throws InterruptedException {
        rest.remove(uid);
        String place = open.place(uid).toString();
        sink.accept(new Rejected(place, reason, new Position(place, uid)));
    }

    private void handOver(OpenFolder open, long uid, Optional<ListedMessage> listed, Spool bytes, Sink sink)
            throws InterruptedException {
        if (bytes.size() > RawItem.LARGEST) {
            bytes.close();
            reject(open, uid, Reasons.TOO_LARGE, sink);
            return;
        }
        rest.remove(uid);
        String place = open.place(uid).toString();
        sink.accept(new RawItem(
                place,
                Labels.folder(open.folder(), listed),
                Labels.flags(listed, bytes.size()),
                new Receipt(listed.map(ListedMessage::received).orElse(null), null),
                bytes,
                new Position(place, uid)));
    }
}
