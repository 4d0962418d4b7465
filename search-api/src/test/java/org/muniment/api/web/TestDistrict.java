package org.muniment.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.muniment.api.Console;
import org.muniment.api.SampleDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.DirectoryEntry;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The sample district's archive with a person for each role, taken in once by the processes of a build and copied for each test. */
public final class TestDistrict {
    /** Everybody's. */
    public static final String PASSWORD = "Quiet-Harbor-7-Lanterns";

    private static final Map<Role, String> USERS = Map.of(
            Role.STAFF, "staff",
            Role.CLERK, "clerk",
            Role.LEGAL, "legal",
            Role.RECORDS_OFFICER, "officer",
            Role.ADMINISTRATOR, "admin",
            Role.AUDITOR, "auditor");

    private static final Map<Role, String> PEOPLE = Map.of(
            Role.STAFF, "Ruth Ashgrove, Principal",
            Role.CLERK, "Betty Lindqvist, Records Clerk",
            Role.LEGAL, "Ann Lee, Counsel",
            Role.RECORDS_OFFICER, "Ray Chen, Records Officer",
            Role.ADMINISTRATOR, "Ines Roth, Systems",
            Role.AUDITOR, "Tom Hall, Auditor");

    private TestDistrict() {}

    /** The person's mail address: that of a mailbox in the sample district for the member of staff and the clerk. */
    public static String address(Role role) {
        return switch (role) {
            case STAFF -> "principal.lincoln@district.example";
            case CLERK -> "records.clerk@district.example";
            case LEGAL, RECORDS_OFFICER, ADMINISTRATOR, AUDITOR -> user(role) + "@district.example";
        };
    }

    /** The account of the person with a role. */
    public static String user(Role role) {
        return USERS.getOrDefault(role, "");
    }

    /** All accounts. */
    public static List<String> users() {
        return USERS.values().stream().sorted().toList();
    }

    /** Copies the archive into a folder that is not there yet, and says where it is. */
    public static Path copy(Path target) {
        Path original = Once.ARCHIVE;
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(original.relativize(file).toString()));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more person in an archive, with the password of all. */
    public static void add(Archive archive, String user, String person, Role role) {
        String hash = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
        archive.catalogue().transactions().executeWithoutResult(status -> {
            archive.access()
                    .users()
                    .add(
                            user,
                            new Officer(person),
                            user + "@district.example",
                            Set.of(role),
                            new Officer("Test District, Set-up"),
                            Console.CLOCK.instant());
            archive.access().signIns().choosePassword(user, String.valueOf(hash));
        });
    }

    /** A directory of one: Sam Reyes, the teacher of a mailbox of the sample district, person PE1. */
    public static void addTeacher(Archive archive) {
        DirectoryEntry teacher = new DirectoryEntry(
                1, "7", "Sam Reyes", List.of("teacher.r12@district.example"), "Teacher", "Lincoln", null, null);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.people()
                        .take(
                                List.of(teacher),
                                "0".repeat(64),
                                new Officer("Maria Ortiz, Director of Records"),
                                archive.clock().instant()));
    }

    /** Made when it is first asked for. */
    private static final class Once {
        static final Path ARCHIVE = make();

        private static Path make() {
            Path folder = Path.of("target/test-districts", build());
            try {
                Files.createDirectories(folder);
                try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    return made(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Processes that test at the same time were started by the same one. */
        private static String build() {
            ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
            return parent.pid() + "-"
                    + parent.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }

        private static Path made(Path folder) throws IOException {
            Path whole = folder.resolve("archive");
            if (!Files.exists(whole)) {
                Files.move(make(folder.resolve("making")), whole);
            }
            return whole;
        }

        private static Path make(Path folder) {
            Console console = new Console(folder);
            ran(console.run("init"));
            SampleDistrict.unpack(folder.resolve("sample-district"));
            ran(console.run("sources", "collect"));
            addUsers(folder);
            return folder;
        }

        private static void addUsers(Path folder) {
            String hash = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
            Officer by = new Officer("Test District, Set-up");
            try (Archive archive = Archive.decide(folder, Console.CLOCK)) {
                archive.catalogue()
                        .transactions()
                        .executeWithoutResult(status -> PEOPLE.forEach((role, person) -> {
                            String user = user(role);
                            archive.access()
                                    .users()
                                    .add(
                                            user,
                                            new Officer(person),
                                            address(role),
                                            Set.of(role),
                                            by,
                                            Console.CLOCK.instant());
                            archive.access().signIns().choosePassword(user, String.valueOf(hash));
                        }));
            }
        }

        private static void ran(Console.Said said) {
            if (said.code() > 1) {
                throw new IllegalStateException(said.out() + said.err());
            }
        }
    }
}
