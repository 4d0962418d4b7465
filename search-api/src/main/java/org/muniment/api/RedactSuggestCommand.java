package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.review.Finder;
import org.muniment.archive.review.OwnContacts;
import org.muniment.archive.review.PatternFinder;
import org.muniment.archive.review.PersonalData;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Roster;
import org.muniment.archive.review.RosterFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment redact suggest}: finders look through items. */
@Command(
        name = "suggest",
        description = {
            "Looks through items for what may have to be removed, and proposes it.",
            "By default all items that the review means to hand out, for ssn, phone, email, birth-date and home-address, and "
                    + "for copies of passages that are redacted elsewhere in the review.",
            "A roster is a CSV file with columns first, last, middle, nicknames, parents, id, grade, permission, role, private; "
                    + "semicolons between several values. Nothing of it is stored."
        },
        footer = {
            "",
            "Example:",
            "  muniment redact suggest R3",
            "  muniment redact suggest R3 3f2a9c --find ssn,phone --own-phone 559327",
            "  muniment redact suggest R3 --roster pupils.csv --grade-band"
        })
final class RedactSuggestCommand implements Callable<Integer> {
    private static final Set<PersonalData> PATTERNS = EnumSet.of(
            PersonalData.SSN,
            PersonalData.PHONE,
            PersonalData.EMAIL,
            PersonalData.BIRTH_DATE,
            PersonalData.HOME_ADDRESS);

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(index = "0", paramLabel = "SET", description = "The request, such as R3, or the name of a review.")
    private String set = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ITEM",
            description = "Only these items, by the start of their ids.")
    private List<String> items = new ArrayList<>();

    @Option(names = "--query", paramLabel = "QUERY", description = "Only items that match.")
    private @Nullable String query;

    @Option(
            names = "--find",
            split = ",",
            paramLabel = "KIND",
            description = "What to look for, commas between; none for no patterns (default: all).")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--roster", paramLabel = "FILE", description = "Also looks for the pupils and staff of this file.")
    private @Nullable Path roster;

    @Option(
            names = "--grade-band",
            description = "Leaves of pupils' names what AR 7203 F lets stand with their parents' permission.")
    private boolean gradeBand;

    @Option(
            names = "--own-domain",
            paramLabel = "DOMAIN",
            description = "E-mail of the district, left alone; those of the mailboxes are known.")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--own-phone",
            paramLabel = "DIGITS",
            description = "The first digits of telephone numbers of the district, left alone.")
    private List<String> phones = new ArrayList<>();

    @Option(names = "--own-address", paramLabel = "STREET", description = "A street of the district, left alone.")
    private List<String> addresses = new ArrayList<>();

    RedactSuggestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Set<PersonalData> wanted = wanted();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            ReviewSet of = NamedSet.toDecide(archive, set);
            List<Finder> finders = new ArrayList<>();
            finders.add(new PatternFinder(wanted, own(archive)));
            if (roster != null) {
                finders.add(new RosterFinder(roster(roster), gradeBand));
            }
            SuggestionRun run = new SuggestionRun(archive, of, finders, ShippedExemptions.read());
            SuggestionRun.Outcome outcome = run.through(
                    items.isEmpty() && query == null
                            ? run.toBeHandedOut()
                            : new NamedItems(archive).find(of, items, query));
            options.answer(terminal, outcome, () -> print(outcome));
        }
        return ExitCode.DONE;
    }

    private Set<PersonalData> wanted() {
        if (kinds.isEmpty()) {
            return PATTERNS;
        }
        return kinds.stream()
                .filter(name -> !name.strip().equalsIgnoreCase("none"))
                .map(RedactSuggestCommand::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalData.class)));
    }

    private static PersonalData kind(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return PATTERNS.stream()
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WrongUsage(
                        "--find is ssn, phone, email, birth-date, home-address or none, not " + Terminal.plain(name)));
    }

    private OwnContacts own(Archive archive) {
        Set<String> all = archive.items().holdings().shares().stream()
                .map(share -> share.custodian().address())
                .filter(address -> address.indexOf('@') > 0)
                .map(address -> address.substring(address.lastIndexOf('@') + 1))
                .collect(Collectors.toSet());
        all.addAll(domains);
        return new OwnContacts(all, Set.copyOf(phones), Set.copyOf(addresses));
    }

    private static Roster roster(Path file) {
        try {
            return Roster.read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new WrongUsage("The roster " + file + " is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("The roster can't be read", e);
        }
    }

    private void print(SuggestionRun.Outcome outcome) {
        terminal.say(
                "Looked through %d items, proposed %d redactions on %d of them",
                outcome.items(), outcome.proposed(), outcome.itemsWithProposals());
        outcome.byOrigin().forEach((origin, count) -> terminal.say("  %-60s %8d", origin, count));
        if (outcome.notFullyRead() > 0) {
            terminal.say(
                    "%d items have something that could not be read: look at them yourself", outcome.notFullyRead());
        }
        if (outcome.proposed() > 0) {
            terminal.say("To see them: muniment redact list %s%s", set, options.again());
        }
    }
}
