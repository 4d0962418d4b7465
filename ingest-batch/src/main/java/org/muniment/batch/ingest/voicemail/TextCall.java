package org.muniment.batch.ingest.voicemail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A transcript as text: bare words, words below lines that tell of the call, or captions with their times (VTT, SRT). */
final class TextCall {
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(from|caller|caller id|caller name|caller number|to|mailbox|received|date|time|length|duration|transcript|"
                    + "transcription|voicemail for|confidence|language)\\b\\s*(?:\\(([^)]*)\\))?\\s*:?\\s*(.*)");
    private static final Pattern CALLER = Pattern.compile("(.*?)[\\s<]*(\\+?[(]?\\d[\\d ().-]{5,20}\\d)[>)\\s]*");
    private static final Pattern CONFIDENCE = Pattern.compile("(?i)confidence[ :=]*([0-9.]+ ?%?)");

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private String maker = "";

    private TextCall() {}

    /** Words of a text file; what is told of the call stands above them, a line for each fact. */
    static Call read(String text, Told told) {
        TextCall call = new TextCall();
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size() && call.takes(lines.get(at))) {
            at++;
        }
        if (call.labels.size() < 2) {
            return Call.of(text);
        }
        lines.subList(at, lines.size()).forEach(call.words::add);
        return call.call(told);
    }

    /** Captions: counters, times and marks left out. */
    static Call captions(String text) {
        String words = text.replace("\ufeff", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.contains("-->") && !line.matches("\\d+|WEBVTT.*|NOTE.*|Kind:.*|Language:.*"))
                .map(line -> line.replaceAll("<[^>]{0,200}>", ""))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return Call.of(words);
    }

    private boolean takes(String line) {
        if (line.isBlank()) {
            return words.isEmpty() && !labels.containsKey("transcript");
        }
        Matcher label = LABEL.matcher(line.strip());
        if (labels.containsKey("transcript") || !label.matches()) {
            return false;
        }
        String key = label.group(1).toLowerCase(Locale.ROOT).replace("transcription", "transcript");
        labels.put(key, label.group(3).strip());
        if (key.equals("transcript")) {
            maker = label.group(2) == null ? "" : label.group(2);
            words.add(label.group(3));
        }
        return true;
    }

    private String first(String... keys) {
        for (String key : keys) {
            String value = labels.getOrDefault(key, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private Call call(Told told) {
        String caller = first("from", "caller", "caller id", "caller name");
        Matcher parts = CALLER.matcher(caller);
        boolean numbered = parts.matches();
        Matcher confidence = CONFIDENCE.matcher(maker + " confidence " + first("confidence"));
        return new Call(
                numbered ? parts.group(1).strip() : caller,
                numbered ? number(caller, parts) : first("caller number"),
                first("voicemail for", "mailbox", "to"),
                told.time(first("received", "date", "time")),
                Told.seconds(first("length", "duration")),
                String.join("\n", words).strip(),
                maker.toLowerCase(Locale.ROOT).matches(".*(edited|person|human|corrected).*"),
                confidence.find() ? Told.confidence(confidence.group(1)) : "",
                first("language"));
    }

    private static String number(String caller, Matcher parts) {
        return caller.substring(parts.start(2)).replaceAll("[>\\s]+$", "");
    }
}
