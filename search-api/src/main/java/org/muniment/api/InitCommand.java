package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment init}: creates an empty archive. */
@Command(
        name = "init",
        description = {
            "Creates an empty archive with settings of its own.",
            "Not needed for the defaults: the first ingest creates an archive with them."
        },
        footer = {
            "",
            "Example:",
            "  muniment init --archive /srv/muniment --zone America/Los_Angeles",
            "",
            "On an S3 store with Object Lock, S3_ACCESS_KEY and S3_SECRET_KEY being set:",
            "  muniment init --objects \\",
            "    's3://bucket?endpoint=https://host&region=us-west-1&lock=compliance:P30D'",
            "With its catalogue on PostgreSQL, MUNIMENT_DB_PASSWORD being set:",
            "  muniment init --catalogue 'jdbc:postgresql://host/database?user=name'"
        })
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final KeepOptions keep = new KeepOptions();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Created(
            String archive, String objects, String catalogue, String zone, String ledger, String store) {}

    @Override
    public Integer call() {
        try (Archive archive = keep.create(options.folder(), terminal.clock())) {
            ArchiveSettings settings = archive.settings();
            Created created = new Created(
                    settings.folder().toString(),
                    settings.objects(),
                    settings.catalogue(),
                    settings.zone().getId(),
                    archive.ledger().publicKey().toString(),
                    archive.objects().worm().toString());
            if (options.json()) {
                terminal.say("%s", Json.line(created));
            } else {
                terminal.say("Created an archive in %s", created.archive());
                terminal.say("  objects    %s (%s)", created.objects(), created.store());
                terminal.say("  catalogue  %s", created.catalogue());
                terminal.say("  time zone  %s", created.zone());
                terminal.say("  ledger     %s", created.ledger());
                terminal.say(
                        "Keep a copy of ledger.key in a safe place, and give ledger.pub to whoever checks the archive.");
                terminal.say("Next: muniment ingest PATH --custodian ADDRESS --archive %s", created.archive());
            }
        }
        return ExitCode.DONE;
    }
}
