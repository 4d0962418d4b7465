package org.muniment.batch.ingest.journal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.SpoolWriter;

/** One mail transaction: an envelope, then a message. The same for SMTP and LMTP. For one thread. */
final class Delivery {
    private static final int BLOCK = 8192;

    private final Reception reception;
    private final List<String> recipients = new ArrayList<>(2);
    private String sender = "";

    Delivery(Reception reception) {
        this.reception = reception;
    }

    /** Takes the sender; why not, when it is refused. */
    Optional<Reply> sender(String address) {
        Optional<Reply> refused = reception.isClosed()
                ? Optional.of(Reply.CLOSED)
                : reception.admission().sender(address);
        sender = address;
        return refused;
    }

    /** Takes a recipient; why not, when it is refused. */
    Optional<Reply> recipient(String address) {
        Optional<Reply> refused = reception.admission().recipient(address);
        if (refused.isEmpty()) {
            recipients.add(address);
        }
        return refused;
    }

    int recipients() {
        return recipients.size();
    }

    /**
     * Reads the message to its end and waits until it is durable.
     *
     * @throws IOException when the sender broke off; then nothing is kept
     */
    Reply message(InputStream in) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (SpoolWriter out = new SpoolWriter(reception.spool())) {
            byte[] lines = new Envelope(sender, recipients).lines();
            hash.update(lines);
            out.write(lines);
            return copy(in, out, hash).orElseGet(() -> keep(out, Digest.ofHash(hash.digest())));
        }
    }

    /** To the end even when it can't be kept: what is left unread would be taken for commands. */
    private Optional<Reply> copy(InputStream in, SpoolWriter out, MessageDigest hash) throws IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        @Nullable Reply refused = null;
        for (int read = in.read(block); read > 0; read = in.read(block)) {
            size += read;
            if (refused == null && size > reception.largest()) {
                refused = new Reply(552, "5.3.4 Messages of more than " + reception.largest() + " bytes are not taken");
            }
            if (refused == null) {
                hash.update(block, 0, read);
                refused = write(out, block, read);
            }
        }
        return Optional.ofNullable(refused);
    }

    private static @Nullable Reply write(SpoolWriter out, byte[] block, int length) {
        try {
            out.write(block, 0, length);
            return null;
        } catch (IOException full) {
            return Reply.NO_DISK;
        }
    }

    private Reply keep(SpoolWriter out, Digest digest) {
        try {
            return reception.keep(out.finish(), digest)
                    ? new Reply(250, "2.0.0 Kept as " + ItemId.of(digest))
                    : Reply.NOT_NOW;
        } catch (IOException full) {
            return Reply.NO_DISK;
        }
    }
}
