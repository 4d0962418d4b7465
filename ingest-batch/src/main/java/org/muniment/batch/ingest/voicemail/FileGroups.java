package org.muniment.batch.ingest.voicemail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.batch.ingest.FileEntry;

/** Which files of a folder belong to one call: those with the same name before the extension. */
final class FileGroups {
    static final Map<String, String> SOUNDS = Map.ofEntries(
            Map.entry("wav", "audio/vnd.wave"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("amr", "audio/amr"),
            Map.entry("3gp", "audio/3gpp"),
            Map.entry("wma", "audio/x-ms-wma"),
            Map.entry("flac", "audio/flac"),
            Map.entry("gsm", "audio/gsm"),
            Map.entry("au", "audio/basic"));

    private static final Set<String> WORDS = Set.of("txt", "json", "vtt", "srt", "html", "htm", "xml");
    private static final Pattern SUFFIX = Pattern.compile("(?i)[-_. ]*(transcript|transcription|metadata|info)$");
    /** A picture or card of a conversation that Takeout keeps beside its page. */
    private static final Pattern MEDIUM = Pattern.compile("(.+)-\\d{1,4}-\\d{1,4}");

    private FileGroups() {}

    /** The files in their order, those of one call together where the first of them stands. */
    static List<List<FileEntry>> of(List<FileEntry> files) {
        Set<String> pages = files.stream()
                .filter(file -> extension(file.name()).startsWith("htm"))
                .map(file -> stem(file.name()))
                .collect(Collectors.toSet());
        Map<String, List<FileEntry>> groups = new LinkedHashMap<>();
        for (FileEntry file : files) {
            groups.computeIfAbsent(key(file.name(), pages), absent -> new ArrayList<>())
                    .add(file);
        }
        return List.copyOf(groups.values());
    }

    private static String key(String name, Set<String> pages) {
        Matcher medium = MEDIUM.matcher(name.replaceFirst("\\.\\w{2,5}$", ""));
        if (medium.matches() && pages.contains(medium.group(1))) {
            return medium.group(1);
        }
        return isSound(name) || WORDS.contains(extension(name)) ? stem(name) : "/" + name;
    }

    static boolean isSound(String name) {
        return SOUNDS.containsKey(extension(name));
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** {@code call.mp3}, {@code call.mp3.json} and {@code call-transcript.txt} are of one call. */
    private static String stem(String name) {
        String base = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        String bare = SUFFIX.matcher(base).replaceFirst("");
        return isSound(bare) ? bare.substring(0, bare.lastIndexOf('.')) : bare.isEmpty() ? base : bare;
    }
}
