package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.api.web.Passwords;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.User;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** A made-up district with much mail: the sample one, and copies of other mail in its mailboxes and in more of them. */
final class LoadDistrict {
    /** Where the sample district's mail lies in an archive that has it: no district's own archive does. */
    static final String MARK = "sample-district";

    private static final Officer WHO = new Officer("The measurement of the web pages");
    private static final String DOMAIN = "@district.example";
    private static final Custodian BIG = new Custodian("principal.lincoln" + DOMAIN);
    private static final int MAILBOXES = 40;
    /** Messages of a small mailbox, where there are few. */
    private static final int LEAST = 100;

    private static final int LOOKED_AT = 2_000;
    private static final int WORDS = 60;
    private static final Pattern WORD = Pattern.compile("[a-z]{4,12}");

    private final Path folder;
    private final Path mail;
    private final Path scratch;
    private final Clock clock;
    private final String password = UUID.randomUUID().toString();

    /** Somebody who can sign in. */
    record Account(String user, Role role) {}

    /**
     * @param folder of the archive
     * @param mail that copies are made of
     */
    LoadDistrict(Path folder, Path mail, Path scratch, Clock clock) {
        this.folder = folder;
        this.mail = mail;
        this.scratch = scratch;
        this.clock = clock;
    }

    String password() {
        return password;
    }

    /** Makes the archive, where there is none: half of the copies in one mailbox. */
    void make(int items, int cores) {
        if (Files.exists(folder.resolve(MARK))) {
            return;
        }
        Program.run(cores, scratch.resolve("demo.log"), List.of("demo", "--no-serve", "--archive", folder.toString()));
        leaveTheNightOut();
        long more = Math.max(0, items - items());
        long mailboxes = Math.clamp(more / 2 / LEAST, 1, MAILBOXES);
        try (Archive archive = Archive.write(folder, clock)) {
            takeIn(archive, "big", more / 2, BIG);
            for (int mailbox = 1; mailbox <= mailboxes; mailbox++) {
                takeIn(
                        archive,
                        "mailbox-" + mailbox,
                        more / 2 / mailboxes,
                        new Custodian("teacher" + mailbox + DOMAIN));
            }
        }
    }

    /** What is measured at night is measured as by day: nothing else writes beside what is taken in. */
    private void leaveTheNightOut() {
        try {
            Files.writeString(folder.resolve("application.yaml"), "muniment:\n  night:\n    here: false\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeIn(Archive archive, String name, long messages, Custodian custodian) {
        if (messages > 0) {
            try {
                Path file = new Copies(mail, scratch).write(name, messages);
                new Ingest(Rooms.of(archive))
                        .run(
                                new IngestRequest(file, SourceType.MBOX, new IngestRequest.Custody.One(custodian)),
                                Progress.NONE);
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes copies that the archive does not have, to be taken in. */
    Path more(long messages) {
        return new Copies(mail, scratch).write("more-" + UUID.randomUUID(), messages);
    }

    /** The command that takes them into a mailbox of their own. */
    List<String> taking(Path file) {
        return List.of("ingest", file.toString(), "--custodian", "newcomer" + DOMAIN, "--archive", folder.toString());
    }

    long items() {
        try (Archive archive = Archive.read(folder, clock)) {
            return archive.items().holdings().items();
        }
    }

    /** As many people as asked for, who all can sign in now: two in five are staff, one of them with the big mailbox. */
    List<Account> people(int users) {
        try (Archive archive = Archive.decide(folder, clock)) {
            List<Custodian> mailboxes = mailboxes(archive);
            String hash = String.valueOf(Passwords.encoder().encode(password));
            List<Account> people = new ArrayList<>();
            int staff = 0;
            for (int user = 0; user < users; user++) {
                Role role = role(user);
                String address = role == Role.STAFF
                        ? mailboxes.get(staff++ % mailboxes.size()).address()
                        : "load." + user + DOMAIN;
                people.add(archive.catalogue().transactions().execute(status -> account(archive, role, address, hash)));
            }
            return people;
        }
    }

    private Account account(Archive archive, Role role, String address, String hash) {
        Optional<User> known = archive.access().users().ofAddress(address);
        String name = known.map(User::name)
                .orElse("load-" + address.substring(0, address.indexOf('@')).replace('.', '-'));
        if (known.isEmpty()) {
            archive.access().users().add(name, new Officer(name), address, Set.of(role), WHO, clock.instant());
        }
        archive.access().signIns().choosePassword(name, hash);
        return new Account(name, role);
    }

    private static Role role(int user) {
        return switch (user % 10) {
            case 0, 1, 2 -> Role.CLERK;
            case 3 -> Role.LEGAL;
            case 4 -> Role.RECORDS_OFFICER;
            case 5, 6, 7, 8 -> Role.STAFF;
            default -> user % 20 == 9 ? Role.AUDITOR : Role.ADMINISTRATOR;
        };
    }

    /** The largest first. */
    private static List<Custodian> mailboxes(Archive archive) {
        return archive.index().facets(new ItemQuery.All(), archive.settings().zone()).custodians().entrySet().stream()
                .sorted(Map.Entry.<Custodian, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .filter(custodian -> custodian.address().endsWith(DOMAIN))
                .toList();
    }

    /** Words that subjects have, in an order that is always the same. */
    List<String> words() {
        try (Archive archive = Archive.read(folder, clock)) {
            Hits some = archive.index()
                    .bare(new Search(new ItemQuery.All(), LOOKED_AT, Optional.empty(), Search.Order.OLDEST_FIRST));
            return archive.items().find(some.page().stream().map(Hits.Hit::item).toList()).stream()
                    .flatMap(row -> Stream.of(
                            row.item().subject().toLowerCase(Locale.ROOT).split("\\W+")))
                    .filter(WORD.asMatchPredicate())
                    .distinct()
                    .sorted(Comparator.comparing(String::hashCode))
                    .limit(WORDS)
                    .toList();
        }
    }
}
