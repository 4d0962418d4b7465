package org.muniment.batch.ingest.voicemail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts of a call in JSON, by whatever names telephone systems and transcribers give them (RingCentral, Zoom Phone, 8x8,
 * Twilio, Google, Azure, AWS, Whisper): a key counts without regard to case, hyphens and underscores, wherever it stands.
 */
final class JsonCall {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 12;
    private static final int LEAVES = 20_000;

    private static final String[] NAMES = {"caller.name", "callername", "from.name", "fromname", "calleridname"};
    private static final String[] NUMBERS = {
        "caller.number",
        "callernumber",
        "from.phonenumber",
        "from.number",
        "fromnumber",
        "callerphonenumber",
        "callingnumber",
        "callerid",
        "caller.phone",
        "ani",
        "phonenumber",
        "from",
        "caller"
    };
    private static final String[] MAILBOXES = {
        "mailbox",
        "mailbox.address",
        "mailbox.email",
        "to.email",
        "useremail",
        "recipientemail",
        "recipient",
        "owner.email",
        "calleename",
        "to.name",
        "calleenumber",
        "to.phonenumber",
        "to.extensionnumber",
        "extension",
        "to"
    };
    private static final String[] TIMES = {
        "received",
        "receivedat",
        "receivedtime",
        "datetime",
        "calltime",
        "starttime",
        "creationtime",
        "createdat",
        "createdtime",
        "datecreated",
        "timestamp",
        "calldate",
        "date",
        "time"
    };
    private static final String[] LENGTHS = {
        "seconds",
        "durationseconds",
        "durationsec",
        "vmduration",
        "lengthseconds",
        "recordingduration",
        "duration",
        "length"
    };
    private static final String[] MILLIS = {"durationms", "durationmillis", "durationmilliseconds", "lengthms"};
    private static final String[] WORDS = {
        "transcript.text",
        "transcription.text",
        "transcription.content",
        "transcripttext",
        "transcriptiontext",
        "combinedrecognizedphrases.display",
        "results.transcripts.transcript",
        "results.alternatives.transcript",
        "voicemailtranscription",
        "transcript",
        "transcription",
        "fulltext",
        "text",
        "segments.text"
    };
    private static final String[] CONFIDENCES = {
        "transcript.confidence",
        "transcription.confidence",
        "transcriptconfidence",
        "results.alternatives.confidence",
        "nbest.confidence",
        "confidence"
    };
    private static final String[] MAKERS = {"transcript.by", "transcriptby", "transcription.by", "transcript.source"};

    private final Map<String, List<String>> leaves = new LinkedHashMap<>();
    private final Told told;
    private int left = LEAVES;

    private JsonCall(Told told) {
        this.told = told;
    }

    /** The facts; empty when the text is no JSON. */
    static Optional<Call> read(String text, Told told) {
        try {
            JsonCall call = new JsonCall(told);
            call.gather("", JSON.readTree(text), 0);
            return Optional.of(call.call());
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    private void gather(String path, JsonNode node, int depth) {
        if (depth > DEEPEST || left <= 0) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(one ->
                            gather(path + (path.isEmpty() ? "" : ".") + key(one.getKey()), one.getValue(), depth + 1));
        } else if (node.isArray()) {
            node.forEach(one -> gather(path, one, depth + 1));
        } else if (!node.isNull() && !node.asString().isBlank()) {
            left--;
            leaves.computeIfAbsent(path, absent -> new ArrayList<>())
                    .add(node.asString().strip());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private List<String> found(String... names) {
        for (String name : names) {
            for (Map.Entry<String, List<String>> leaf : leaves.entrySet()) {
                if (leaf.getKey().equals(name) || leaf.getKey().endsWith("." + name)) {
                    return leaf.getValue();
                }
            }
        }
        return List.of();
    }

    private String first(String... names) {
        return found(names).stream().findFirst().orElse("");
    }

    private Call call() {
        String millis = first(MILLIS);
        String length = millis.isEmpty() ? Told.seconds(first(LENGTHS)) : Told.seconds(millis + " ms");
        return new Call(
                first(NAMES),
                first(NUMBERS),
                first(MAILBOXES),
                told.time(first(TIMES)),
                length,
                String.join(" ", found(WORDS)),
                isByPerson(),
                Told.confidence(average(found(CONFIDENCES))),
                first("language", "languagecode", "locale"));
    }

    private boolean isByPerson() {
        String maker = first(MAKERS).toLowerCase(Locale.ROOT);
        return maker.matches(".*(human|person|edited|manual|corrected).*")
                || first("edited", "transcript.edited").equals("true");
    }

    private static String average(List<String> values) {
        return values.stream()
                .filter(value -> value.matches("[0-9.]{1,20}"))
                .mapToDouble(Double::parseDouble)
                .average()
                .stream()
                .mapToObj(Double::toString)
                .findFirst()
                .orElse("");
    }
}
