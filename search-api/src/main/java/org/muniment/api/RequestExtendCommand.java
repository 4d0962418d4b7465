package org.muniment.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RecordsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment request extend}: records that the requester was told of a longer period. */
@Command(
        name = "extend",
        description = {
            "Records that the requester was told of up to 14 days more. The notice is sent by people.",
            "The law allows it once, within the first ten days, on one of these grounds (Gov. Code 7922.535(c)): "
                    + "separate-facilities, voluminous, consultation, programming, proclaimed-emergency, cyberattack."
        },
        footer = {
            "",
            "Example:",
            "  muniment request extend R3 --ground voluminous --until 2026-10-29 \\",
            "    --reason '14,000 messages of nine mailboxes' \\",
            "    --by 'Ann Lee, Superintendent'"
        })
final class RequestExtendCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "REQUEST", description = "The request, such as R3.")
    private String name = "";

    @Option(names = "--ground", paramLabel = "GROUND", required = true, description = "One of those above.")
    private String ground = "";

    @Option(names = "--reason", paramLabel = "WORDS", required = true, description = "What it is in this case.")
    private String reason = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "When a determination will be sent (default: the last day allowed).")
    private @Nullable LocalDate until;

    RequestExtendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        server.requireSame(by.officer().name());
        Map<String, Object> asked = new HashMap<>(Map.of("ground", ground, "reason", reason));
        if (until != null) {
            asked.put("until", until.toString());
        }
        ShownRequest shown = server.change(RemoteServer.path("/requests/", name), "/extend", asked, ShownRequest.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        ExtensionGround why = ground();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            RecordsRequest request = NamedSet.request(archive, name);
            LocalDate day = until == null ? request.deadline().extendedDue() : until;
            RecordsRequest extended = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.requests()
                            .extend(
                                    request.id(),
                                    why,
                                    reason,
                                    day,
                                    officer,
                                    archive.clock().instant())));
            archive.ledger().checkpoint();
            ShownRequest shown = ShownRequest.of(archive, extended);
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private ExtensionGround ground() {
        try {
            return ExtensionGround.named(ground);
        } catch (IllegalArgumentException none) {
            throw new WrongUsage("--ground is "
                    + Arrays.stream(ExtensionGround.values())
                            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "))
                    + ", not " + Terminal.plain(ground));
        }
    }
}
