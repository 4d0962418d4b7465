package org.muniment.batch.ingest.maildir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.eml.EmlFile;

/**
 * A Maildir: messages in {@code cur} and {@code new}, marks behind {@code :2,} in their names, the second of delivery in
 * front (cr.yp.to/proto/maildir.html); folders as in Maildir++ ({@code .Sent.2024}) or as plain folders.
 */
public final class Maildir {
    /** What mail servers keep beside the messages for themselves; no mail in any of it. */
    private static final Pattern CONTROL = Pattern.compile(
            "dovecot.*|\\.dovecot.*|maildirfolder|maildirsize|courier.*|subscriptions|\\.mbsyncstate.*|\\.uidvalidity"
                    + "|\\.isyncuidmap.*|\\.mh_sequences");

    private static final Pattern NAME = Pattern.compile("(\\d{9,11})\\..*");
    private static final Pattern MARKS = Pattern.compile(".*[:;!]2,([A-Za-z]*)");

    private Maildir() {}

    /** Whether a folder is a Maildir. */
    public static boolean is(@Nullable Path folder) {
        return folder != null && Files.isDirectory(folder.resolve("cur")) && Files.isDirectory(folder.resolve("new"));
    }

    /** Whether a file that lies directly in a Maildir is the mail server's own. */
    public static boolean isControl(String name) {
        return CONTROL.matcher(name).matches();
    }

    /** Reads a file that lies in {@code cur}, {@code new} or {@code tmp} of a Maildir. */
    public static Entry read(FileEntry file) {
        String part = file.folder();
        if (part.endsWith("tmp")) {
            return file.rejected("in tmp: its delivery to the Maildir never ended");
        }
        return EmlFile.read(file, folder(part), flags(file.name()), receipt(file.name()));
    }

    /** The mailbox folder of a path that ends in {@code cur} or {@code new}. */
    public static String folder(String path) {
        List<String> levels = new ArrayList<>();
        String[] parts = path.split("/");
        for (String part : List.of(parts).subList(0, parts.length - 1)) {
            if (part.startsWith(".")) {
                levels.addAll(List.of(part.substring(1).split("\\.")));
            } else {
                levels.add(part);
            }
        }
        return levels.isEmpty() ? "INBOX" : String.join("/", levels);
    }

    /** The marks in a message's name, in words, sorted. */
    public static List<String> flags(String name) {
        Matcher marks = MARKS.matcher(name);
        if (!marks.matches()) {
            return List.of();
        }
        return marks.group(1)
                .chars()
                .mapToObj(Maildir::flag)
                .distinct()
                .sorted()
                .toList();
    }

    private static String flag(int letter) {
        return switch (letter) {
            case 'D' -> "draft";
            case 'F' -> "flagged";
            case 'P' -> "passed";
            case 'R' -> "answered";
            case 'S' -> "seen";
            case 'T' -> "trashed";
            default -> "keyword-" + Character.toString(Character.toLowerCase(letter));
        };
    }

    /** When the server delivered a message, by its name; unknown when the name does not tell. */
    public static Receipt receipt(String name) {
        Matcher seconds = NAME.matcher(name);
        try {
            return new Receipt(
                    seconds.matches() ? Instant.ofEpochSecond(Long.parseLong(seconds.group(1))) : null, null);
        } catch (DateTimeException beyond) {
            return new Receipt(null, null);
        }
    }
}
