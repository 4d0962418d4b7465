package org.muniment.batch.ingest.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.muniment.archive.store.Spool;

/** The labels that an export of Gmail (Takeout, Vault) writes into each message: its folder, and what was marked. */
record GmailLabels(List<String> labels) {
    private static final int HEAD = 32_768;
    private static final Pattern FIELD =
            Pattern.compile("(?im)^X-Gmail-Labels:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)");
    private static final List<String> FOLDERS = List.of("Inbox", "Sent", "Drafts", "Draft", "Spam", "Trash", "Chat");
    private static final Map<String, String> MARKS = Map.of(
            "opened", "seen", "starred", "flagged", "draft", "draft", "drafts", "draft", "important", "important");

    GmailLabels {
        labels = List.copyOf(labels);
    }

    static GmailLabels of(Spool message) {
        try (InputStream in = message.open()) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            int end = Math.max(head.indexOf("\n\n"), head.indexOf("\n\r\n"));
            Matcher field = FIELD.matcher(end < 0 ? head : head.substring(0, end));
            return new GmailLabels(field.find() ? split(field.group(1)) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String value) {
        String decoded =
                DecoderUtil.decodeEncodedWords(value.replaceAll("\\r?\\n[ \\t]+", " "), StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (String label : decoded.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            String bare = label.strip().replaceAll("^\"|\"$", "");
            if (!bare.isEmpty()) {
                found.add(bare);
            }
        }
        return found;
    }

    /** The folder it would be in, were labels folders; the file's where it names none. */
    String folder(String otherwise) {
        return FOLDERS.stream().filter(labels::contains).findFirst().orElse(otherwise);
    }

    /** Marks as others write them, and every other label as {@code label-…}, in lower case and sorted. */
    List<String> flags() {
        return labels.stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .filter(label -> !label.equals("unread"))
                .map(label -> MARKS.getOrDefault(label, "label-" + label.replaceAll("[\\s\\p{Cc}]+", "-")))
                .distinct()
                .sorted()
                .toList();
    }
}
