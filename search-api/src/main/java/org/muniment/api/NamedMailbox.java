package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;

/** A mailbox as it is named on the command line: the folder of a Maildir, or an account of {@code sources.yaml}. */
record NamedMailbox(RegisteredMailbox.Kind kind, String name) {
    static final String HOW =
            "The folder of a Maildir, or an account of sources.yaml: imap://user@host, or its custodian's address.";

    /** An account is named by its full name, or by the address of its custodian when nothing lies at that path. */
    static NamedMailbox of(MailServers servers, String written) {
        if (written.startsWith("imap://")) {
            return new NamedMailbox(RegisteredMailbox.Kind.IMAP, written);
        }
        Path path = Path.of(written);
        if (!Files.exists(path) && written.indexOf('@') > 0 && path.getNameCount() == 1) {
            return servers.of(written)
                    .map(source -> new NamedMailbox(RegisteredMailbox.Kind.IMAP, source.name()))
                    .orElseThrow(() -> new WrongUsage("There is no folder " + Terminal.plain(written)
                            + ", and sources.yaml names no mail account of this custodian"));
        }
        return new NamedMailbox(RegisteredMailbox.Kind.MAILDIR, Mailboxes.name(path));
    }
}
