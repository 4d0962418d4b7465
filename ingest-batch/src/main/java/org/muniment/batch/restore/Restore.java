package org.muniment.batch.restore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.item.Run;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.Rooms;

/**
 * Puts messages back into a mailbox: each object is read to its end, which proves it, put into its folder unless it is there
 * already, and read back from there. The ledger has who ordered it and the digest of the list before the first message
 * leaves, and the counts at the end. Interrupted, it is ordered again: what is there is not put a second time. Nothing in
 * the archive changes, so holds do not matter.
 */
public final class Restore {
    private static final int NAMED = 1000;
    /** What an Outlook file begins with ([MS-CFB], 2.2). */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Rooms rooms;

    public Restore(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Watches a restore. */
    @FunctionalInterface
    public interface Progress {
        void advanced(long done, long all);
    }

    /** Tells what would be put back, and changes nothing. */
    public RestoreReport rehearse(RestoreRequest request, String target) {
        List<Chosen> chosen = chosen(request);
        return new RestoreReport("", target, chosen.size(), 0, 0, 0, folders(chosen), List.of(), 0);
    }

    /** A misspelt custodian or folder is no success. */
    private List<Chosen> chosen(RestoreRequest request) {
        List<Chosen> chosen = new Choice(rooms.items(), request).all();
        if (chosen.isEmpty()) {
            throw new ArchiveRefused("Nothing in the archive was collected there, so nothing was put back."
                    + " To see whose mail it holds: muniment status");
        }
        return chosen;
    }

    /**
     * Puts messages back.
     *
     * @throws ArchiveRefused when the archive has nothing of what is asked for
     * @throws org.muniment.batch.mailbox.MailboxUnavailable when the mailbox can't be reached any more
     */
    public RestoreReport run(RestoreRequest request, RestoreTarget target, Progress progress) {
        List<Chosen> chosen = chosen(request);
        Instant began = now();
        String id = Run.idPrefix(began) + UUID.randomUUID().toString().substring(0, 8);
        String officer = request.officer().name();
        note(new CustodyEvent.RestoreBegun(began, id, digest(target.name()), list(chosen), chosen.size(), officer));
        Done done = new Done();
        for (Chosen one : chosen) {
            put(one, target, done);
            progress.advanced(++done.count, chosen.size());
        }
        note(new CustodyEvent.RestoreEnded(now(), id, done.restored, done.present, done.failed, officer));
        rooms.ledger().checkpoint();
        return new RestoreReport(
                id,
                target.name(),
                chosen.size(),
                done.restored,
                done.lineEnds,
                done.present,
                folders(chosen),
                done.problems,
                done.failed);
    }

    /** Counts, for one thread. */
    private static final class Done {
        private final List<RestoreReport.Problem> problems = new ArrayList<>();
        private long count;
        private long restored;
        private long lineEnds;
        private long present;
        private long failed;

        void fail(Chosen one, String reason) {
            failed++;
            if (problems.size() < NAMED) {
                problems.add(new RestoreReport.Problem(one.item().value(), one.folder(), reason));
            }
        }
    }

    private void put(Chosen one, RestoreTarget target, Done done) {
        try (Spool message = copy(one.object())) {
            refuseNoMail(message);
            switch (target.put(one.folder(), message, one.flags(), one.received())) {
                case PRESENT -> done.present++;
                case EQUAL -> done.restored++;
                case LINE_ENDS -> {
                    done.restored++;
                    done.lineEnds++;
                }
                case ALTERED -> done.fail(one, "it is there now, but the mail server has changed it");
            }
        } catch (MessageRefused refused) {
            done.fail(one, String.valueOf(refused.getMessage()));
        } catch (ObjectMissing | ObjectCorrupt damaged) {
            done.fail(one, "the archive's object is missing or damaged: run muniment verify");
        } catch (IOException e) {
            done.fail(one, "the archive's object could not be read just now: " + e.getMessage());
        }
    }

    private Spool copy(Digest object) throws IOException {
        try (InputStream in = rooms.store().open(object);
                SpoolWriter copy = new SpoolWriter(rooms.spool())) {
            in.transferTo(copy);
            return copy.finish();
        }
    }

    private static void refuseNoMail(Spool message) throws IOException, MessageRefused {
        try (InputStream in = message.open()) {
            byte[] start = in.readNBytes(1024);
            boolean outlook = start.length >= COMPOUND.length
                    && java.util.Arrays.equals(start, 0, COMPOUND.length, COMPOUND, 0, COMPOUND.length);
            if (outlook || new String(start, StandardCharsets.ISO_8859_1).indexOf(0) >= 0) {
                throw new MessageRefused((outlook ? "it is an Outlook file" : "it is a file of another kind")
                        + ", not a message as mail servers keep them");
            }
        }
    }

    private static Map<String, Long> folders(List<Chosen> chosen) {
        return chosen.stream().collect(Collectors.groupingBy(Chosen::folder, TreeMap::new, Collectors.counting()));
    }

    private static String list(List<Chosen> chosen) {
        MessageDigest list = Digest.sha256();
        chosen.forEach(one -> list.update(one.line().getBytes(StandardCharsets.UTF_8)));
        return Digest.ofHash(list.digest()).hex();
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private void note(CustodyEvent event) {
        rooms.catalogue()
                .transactions()
                .executeWithoutResult(status -> rooms.ledger().append(List.of(event)));
    }

    private Instant now() {
        return rooms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
