package org.muniment.batch.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.StoreException;

/**
 * Decides for one message of one mailbox whether it may leave. Asked when a mailbox is judged, and again for each message
 * right before it is removed. Whatever can't be told keeps the message.
 */
final class Judge {
    /** Before any mail server: a time that a broken one gives. */
    private static final Instant IMPLAUSIBLE = Instant.parse("1990-01-01T00:00:00Z");

    private final Items items;
    private final ObjectStore store;
    private final RegisteredMailbox mailbox;
    private final Instant until;
    private final boolean onHold;

    /**
     * @param until server receipt up to which, inclusive, messages are old enough
     * @param onHold whether the custodian is on hold
     */
    Judge(Items items, ObjectStore store, RegisteredMailbox mailbox, Instant until, boolean onHold) {
        this.items = items;
        this.store = store;
        this.mailbox = mailbox;
        this.until = until;
        this.onHold = onHold;
    }

    /** Reads the message and the archive's object, in full. */
    Judgement judge(Mailbox server, MailboxMessage message) {
        Optional<KeptFor> listed = byListing(message);
        return listed.isPresent() ? new Judgement.Keep(listed.orElseThrow()) : byContent(server, message);
    }

    private Optional<KeptFor> byListing(MailboxMessage message) {
        Instant received = message.received();
        if (!Box.purged().contains(message.box())) {
            return Optional.of(KeptFor.OTHER_FOLDER);
        }
        if (received == null || received.isBefore(IMPLAUSIBLE)) {
            return Optional.of(KeptFor.UNKNOWN_AGE);
        }
        if (received.isAfter(until)) {
            return Optional.of(KeptFor.NOT_OLD_ENOUGH);
        }
        if (message.flags().contains("draft")) {
            return Optional.of(KeptFor.DRAFT);
        }
        if (message.flags().contains("flagged")) {
            return Optional.of(KeptFor.FLAGGED);
        }
        return onHold ? Optional.of(KeptFor.ON_HOLD) : Optional.empty();
    }

    private Judgement byContent(Mailbox server, MailboxMessage message) {
        Digest digest;
        try (InputStream bytes = server.open(message)) {
            digest = digest(bytes);
        } catch (MailboxUnavailable | IOException e) {
            return new Judgement.Keep(KeptFor.UNREADABLE);
        }
        ItemId item = ItemId.of(digest);
        if (items.find(item).filter(one -> one.item().digest().equals(digest)).isEmpty()) {
            return new Judgement.Keep(KeptFor.NOT_ARCHIVED);
        }
        if (!collectedHere(item)) {
            return new Judgement.Keep(KeptFor.NOT_COLLECTED_HERE);
        }
        return proof(digest).<Judgement>map(Judgement.Keep::new).orElseGet(() -> new Judgement.Remove(item));
    }

    private boolean collectedHere(ItemId item) {
        return items.collections(item).stream()
                .anyMatch(one -> one.custodian().equals(mailbox.custodian())
                        && one.source().equals(mailbox.source()));
    }

    /** Reads the object to its end, which proves its hash, and compares that hash itself; empty when it holds. */
    private Optional<KeptFor> proof(Digest expected) {
        try (InputStream object = store.open(expected)) {
            return digest(object).equals(expected) ? Optional.empty() : Optional.of(KeptFor.OBJECT_CORRUPT);
        } catch (ObjectMissing missing) {
            return Optional.of(KeptFor.OBJECT_MISSING);
        } catch (ObjectCorrupt corrupt) {
            return Optional.of(KeptFor.OBJECT_CORRUPT);
        } catch (StoreException | IOException e) {
            return Optional.of(KeptFor.OBJECT_UNPROVED);
        }
    }

    private static Digest digest(InputStream bytes) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        return Digest.ofHash(sha256.digest());
    }
}
