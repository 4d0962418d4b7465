package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.api.sources.SourceKinds;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.imap.ImapSource;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;

/** A mailbox as it is named on the command line: the folder of a Maildir, or an account of {@code sources.yaml}. */
record NamedMailbox(RegisteredMailbox.Kind kind, String name) {
    static final String HOW =
            "The folder of a Maildir, or an account of sources.yaml: imap://user@host, or its custodian's address.";

    /** An account is named by its full name, or by the address of its custodian when nothing lies at that path. */
    static NamedMailbox of(Archive archive, String written) {
        if (written.startsWith("imap://")) {
            return new NamedMailbox(RegisteredMailbox.Kind.IMAP, written);
        }
        Optional<ImapSource> account = Files.exists(Path.of(written))
                ? Optional.empty()
                : sources(archive).stream()
                        .filter(source -> source.custodian().address().equalsIgnoreCase(written))
                        .findFirst();
        return account.map(source -> new NamedMailbox(RegisteredMailbox.Kind.IMAP, source.name()))
                .orElseGet(() -> new NamedMailbox(RegisteredMailbox.Kind.MAILDIR, Mailboxes.name(Path.of(written))));
    }

    private static List<ImapSource> sources(Archive archive) {
        return accounts(archive).stream()
                .map(Account::source)
                .filter(ImapSource.class::isInstance)
                .map(ImapSource.class::cast)
                .toList();
    }

    /** Opens mailboxes as the archive's {@code sources.yaml} says how to reach them. */
    static MailServers servers(Archive archive) {
        return new MailServers(() -> accounts(archive), archive.spool());
    }

    private static List<Account> accounts(Archive archive) {
        Path file = archive.settings().folder().resolve(SourcesFile.NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new SourcesFile(SourceKinds.of(archive), System.getenv())
                    .read(file).stream()
                            .flatMap(entry -> entry.accounts().stream())
                            .toList();
        } catch (SettingsProblem problem) {
            throw new WrongUsage(file + ", " + problem.getMessage());
        }
    }
}
