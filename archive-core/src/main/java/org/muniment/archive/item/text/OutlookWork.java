package org.muniment.archive.item.text;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.muniment.archive.item.outlook.MsgFile;
import org.muniment.archive.store.Spool;

/** A worker's other task: a message file of Outlook as a MIME message. */
record OutlookWork(Frames.Request request) {
    void answer(DataOutputStream out) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Path file = Files.createTempFile(folder, "outlook", ".msg");
        Optional<Spool> message = Optional.empty();
        try {
            Files.write(file, request.content());
            String gap = "";
            try {
                message = MsgFile.convert(file.toFile(), folder);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                gap = Reasons.damaged(e);
            }
            Frames.write(out, new Extract("application/vnd.ms-outlook", "", gap));
            Frames.write(out, message);
        } finally {
            message.ifPresent(Spool::close);
            Files.deleteIfExists(file);
        }
    }
}
