package org.muniment.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Letter;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.hold.NoticeLetters;
import org.muniment.archive.hold.NoticeText;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.batch.holding.HoldLetters;
import org.muniment.batch.holding.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment hold letter}: the letter to a custodian, with the link that acknowledges it. */
@Command(
        name = "letter",
        description = {
            "Writes the letter that tells a custodian of a hold, with a link that acknowledges it without an account, and records "
                    + "that it was sent. Sending it is up to you.",
            "The texts are yours to change: --templates puts them into the archive's folder letters."
        },
        footer = {
            "",
            "Example:",
            "  muniment hold letter --templates",
            "  muniment hold letter H3 --to clerk@district.example --by 'M. Ortiz' \\",
            "    --address https://records.district.example"
        })
final class HoldLetterCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(arity = "0..1", paramLabel = "HOLD", description = "The hold, such as H3.")
    private @Nullable String name;

    @Option(names = "--to", paramLabel = "CUSTODIAN", description = "Whom the letter goes to.")
    private @Nullable String to;

    @Option(names = "--by", paramLabel = "NAME", description = "Who sends it: name, comma, title.")
    private @Nullable String by;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where the archive's pages are (default: ${DEFAULT-VALUE}).")
    private String address = "http://127.0.0.1:8080";

    @Option(
            names = "--step",
            paramLabel = "STEP",
            description = "notice, reminder or release (default: the notice, after that a reminder).")
    private @Nullable String step;

    @Option(names = "--templates", description = "Only puts the texts into the folder letters, to be edited.")
    private boolean templates;

    HoldLetterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Written(String hold, String custodian, String step, String subject, String body) {}

    private record Laid(List<String> files) {}

    @Override
    public Integer call() {
        if (templates) {
            return lay();
        }
        if (name == null || to == null || by == null) {
            throw new WrongUsage("Give the hold, --to and --by, as in: muniment hold letter H3 --to"
                    + " clerk@district.example --by 'Maria Ortiz, Director of Records'");
        }
        Officer officer = OfficerOption.officer(by);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            LegalHold hold = NamedHold.find(archive, name);
            Written written = write(archive, hold, recipient(archive, hold, new Custodian(to)), officer);
            options.answer(terminal, written, () -> {
                terminal.say("To: %s", Terminal.plain(written.custodian()));
                terminal.say("Subject: %s", Terminal.plain(written.subject()));
                terminal.say("");
                terminal.say("%s", written.body());
            });
        }
        return ExitCode.DONE;
    }

    private int lay() {
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Path folder = archive.settings().folder().resolve("letters");
            List<String> laid =
                    new NoticeLetters(folder).lay().stream().map(Path::toString).toList();
            options.answer(terminal, new Laid(laid), () -> {
                laid.forEach(file -> terminal.say("%s", file));
                terminal.say("%d texts were put into %s; edit them there", laid.size(), folder);
            });
        }
        return ExitCode.DONE;
    }

    private Written write(Archive archive, LegalHold hold, Recipient recipient, Officer officer) {
        Instant now = archive.clock().instant();
        Step next = step(recipient);
        HoldLetters letters = new HoldLetters(archive, address.replaceAll("/+$", ""));
        NoticeText text = letters.write(hold, recipient, next, officer, now);
        letters.record(hold, recipient, next, text, Letter.Way.COPIED, officer, now);
        return new Written(
                hold.id().value(), recipient.custodian().address(), next.words(), text.subject(), text.body());
    }

    private Step step(Recipient recipient) {
        if (step == null) {
            return recipient.step(Step.SENT).isEmpty() ? Step.SENT : Step.REMINDED;
        }
        return switch (step.strip().toLowerCase(Locale.ROOT)) {
            case "notice" -> Step.SENT;
            case "reminder" -> Step.REMINDED;
            case "release" -> Step.RELEASED;
            default -> throw new WrongUsage("--step is notice, reminder or release, not " + Terminal.plain(step));
        };
    }

    private static Recipient recipient(Archive archive, LegalHold hold, Custodian to) {
        List<Recipient> all = Recipient.of(archive, hold);
        return all.stream()
                .filter(one -> one.addresses().contains(to))
                .findFirst()
                .orElseGet(() -> {
                    if (!hold.scope().custodians().isEmpty()) {
                        throw new HoldRefused(hold.id() + " is not on the mailbox of " + to);
                    }
                    return new Recipient(to.address(), to, List.of(to), List.of());
                });
    }
}
