package org.muniment.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.sources.SourcesFile;

/** Alder Creek Unified, a made-up district whose mail, voicemail, postings and calendar come with the program. */
public final class SampleDistrict {
    private static final String HOME = "/demo/";
    private static final String LETTERHEAD =
            "Alder Creek Unified School District\n100 Orchard Way\nAlder Creek, California";
    private static final String MAILBOXES = "mailboxes/";
    private static final List<String> KEPT = List.of(MAILBOXES, "voicemail/", "postings/", "calendar/");

    /**
     * A search worth showing.
     *
     * @param query in the query language
     * @param items how many items it finds
     * @param shows why it is worth showing
     */
    record ShownSearch(String query, long items, String shows) {}

    private SampleDistrict() {}

    /** Writes the district's mail, voicemail, postings and calendar into a folder, and how they are taken in beside it. */
    public static void unpack(Path folder) {
        try {
            for (String file : lines("index.txt")) {
                if (KEPT.stream().anyMatch(file::startsWith)) {
                    copy(file, folder.resolve(file));
                }
            }
            Path home = folder.getParent();
            if (home != null && !Files.exists(sources(home))) {
                copy(SourcesFile.NAME, sources(home));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't unpack the sample district into " + folder, e);
        }
    }

    /** The mailboxes in a folder that was unpacked, one subfolder a custodian. */
    public static Path mailboxes(Path folder) {
        return folder.resolve(MAILBOXES);
    }

    /** Gives its letters a head, where they have none. */
    static void writeLetterhead(Archive archive) {
        if (archive.letters().templates().letterhead().isEmpty()) {
            archive.letters().templates().writeLetterhead(LETTERHEAD);
        }
    }

    /** Where it is said how they are taken in. */
    static Path sources(Path home) {
        return home.resolve(SourcesFile.NAME);
    }

    /** The searches that show it. */
    static List<ShownSearch> searches() {
        List<ShownSearch> searches = new ArrayList<>();
        try {
            for (String line : lines("searches.tsv").stream().skip(1).toList()) {
                String[] cells = line.split("\t");
                searches.add(new ShownSearch(cells[0], Long.parseLong(cells[1]), cells[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return searches;
    }

    /**
     * The commands that rehearse its retention: a line that says why, then one with the exit code and the arguments,
     * parted by bars, with names in braces for what differs each time.
     */
    static List<String> rehearsal() {
        try {
            return lines("rehearsal.txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands that show productions, in the form of {@link #rehearsal()}. */
    static List<String> productions() {
        try {
            return lines("productions.txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String file, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (InputStream bytes = open(file)) {
            Files.write(target, bytes.readAllBytes());
        }
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream bytes = SampleDistrict.class.getResourceAsStream(HOME + file);
        if (bytes == null) {
            throw new IOException("The program lacks its sample file " + file);
        }
        return bytes;
    }
}
