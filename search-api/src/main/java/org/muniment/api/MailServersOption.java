package org.muniment.api;

import org.muniment.api.sources.SourcesOption;
import org.muniment.archive.Archive;
import org.muniment.batch.mailbox.MailServers;
import picocli.CommandLine.Mixin;

/** How mail servers are reached that a command names accounts on: a mixin. */
final class MailServersOption {
    @Mixin
    private final SourcesOption sources = new SourcesOption();

    MailServers of(ArchiveOptions options, Archive archive) {
        return new MailServers(sources.file(options, archive), archive.spool());
    }
}
