package org.muniment.api.web.running;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's log: one JSON object a line. Of an error it has the kinds and the places in the program, not the words: those
 * of a parser may quote what it read, and no mail belongs into a log.
 */
public final class JsonLines extends Formatter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int FRAMES = 12;

    @Override
    public String format(LogRecord record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", record.getInstant().toString());
        line.put("level", record.getLevel().getName());
        line.put("from", record.getLoggerName());
        line.put("thread", record.getLongThreadID());
        line.put("message", formatMessage(record));
        if (record.getThrown() != null) {
            line.put("error", causes(record.getThrown()));
        }
        return MAPPER.writeValueAsString(line) + "\n";
    }

    private static List<Map<String, Object>> causes(Throwable thrown) {
        List<Map<String, Object>> causes = new ArrayList<>();
        for (@Nullable Throwable at = thrown; at != null && causes.size() < FRAMES; at = at.getCause()) {
            causes.add(Map.of("kind", at.getClass().getName(), "where", where(at)));
        }
        return causes;
    }

    private static List<String> where(Throwable thrown) {
        return List.of(thrown.getStackTrace()).stream()
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .toList();
    }
}
