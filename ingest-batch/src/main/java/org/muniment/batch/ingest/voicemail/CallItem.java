package org.muniment.batch.ingest.voicemail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Puts the files of one call into one item: recording, transcript and what is told of the call. */
final class CallItem {
    private final @Nullable Transcriber transcriber;
    private final Path folder;

    /**
     * @param transcriber finds words where no file has them; null for none
     * @param folder for what does not fit into memory
     */
    CallItem(@Nullable Transcriber transcriber, Path folder) {
        this.transcriber = transcriber;
        this.folder = folder;
    }

    /** The item's bytes: the same files give the same. */
    Spool assemble(CallFiles files) throws IOException, InterruptedException {
        Call call = complete(files);
        boolean recording = files.page()
                .map(page -> page.sort() == TakeoutPage.Sort.RECORDING)
                .orElse(true);
        AssembledMessage message = new AssembledMessage(recording ? Kind.VOICEMAIL : Kind.EMAIL);
        head(message, call, files);
        if (recording) {
            facts(message, call);
        }
        if (!call.words().isEmpty()) {
            message.text(call.words() + "\n");
        }
        for (CallFiles.Piece piece : files.pieces()) {
            message.piece(piece.file().name(), piece.type(), piece.bytes());
        }
        return message.write(folder);
    }

    private Call complete(CallFiles files) throws IOException, InterruptedException {
        Call call = files.call();
        Optional<CallFiles.Piece> sound =
                files.pieces().stream().filter(CallFiles.Piece::isSound).findFirst();
        if (!call.words().isEmpty() || sound.isEmpty() || transcriber == null) {
            return call;
        }
        CallFiles.Piece piece = sound.get();
        return transcriber
                .words(piece.file().file(), digest(piece.bytes()))
                .map(call::withWords)
                .orElse(call);
    }

    private static Digest digest(Spool bytes) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream in = new DigestInputStream(bytes.open(), sha256)) {
            in.skipNBytes(bytes.size());
        }
        return Digest.ofHash(sha256.digest());
    }

    private static void head(AssembledMessage message, Call call, CallFiles files) {
        String title = files.page()
                .map(TakeoutPage::title)
                .orElse(call.caller().isEmpty() ? "Voicemail" : "Voicemail from " + call.caller());
        String name = call.name().isEmpty() ? call.number() : call.name();
        if (!name.isEmpty()) {
            message.addresses("From", List.of(new Address(name, call.dialled())));
        }
        if (!call.mailbox().isEmpty()) {
            message.addresses("To", List.of(mailbox(call.mailbox())));
        }
        message.header("Subject", title);
        if (call.time() != null) {
            message.date(call.time());
        }
    }

    private static Address mailbox(String told) {
        return told.matches("\\S+@\\S+") ? new Address("", told) : new Address(told, "");
    }

    private static void facts(AssembledMessage message, Call call) {
        message.header("X-Caller-Name", call.name())
                .header("X-Caller-Number", call.number())
                .header("X-Duration", call.seconds())
                .header("X-Muniment-Transcript", call.words().isEmpty() ? "none" : call.edited() ? "edited" : "machine")
                .header("X-Muniment-Confidence", call.words().isEmpty() ? "" : call.confidence())
                .header("Content-Language", call.language());
    }
}
