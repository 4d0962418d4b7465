package org.muniment.batch.ingest.social;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table (CSV, RFC 4180) in which each row is a post, a comment or a message, as Google Takeout hands out those of YouTube
 * and LinkedIn its own. Known by its header: a column of times and one of words. Each row becomes what it would be as JSON,
 * with every column as it stands.
 */
final class PostTable {
    private static final Pattern TIME = Pattern.compile("(?i)(.* )?(timestamp|date|time|created|published)");
    private static final Pattern WORDS =
            Pattern.compile("(?i)(.* )?(text|content|message|comment|commentary|caption|title)( \\(original\\))?"
                    + "|sharecommentary|subject");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(.* )?(link|url|address)|sharelink");
    private static final Pattern AUTHOR = Pattern.compile("(?i)from|sender|author|.* author");
    private static final String VIDEO = "video id";
    private static final String COMMENT = "comment id";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> header;
    private final List<Integer> words;
    private final int time;

    private PostTable(List<String> header) {
        this.header = header;
        this.words = columns(WORDS);
        this.time = columns(TIME).stream().findFirst().orElse(-1);
    }

    /** The rows as posts, in their order; nothing when it is another table, or damaged: then it is to be kept whole. */
    static Optional<List<JsonNode>> posts(String csv) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(csv.startsWith("\ufeff") ? csv.substring(1) : csv))) {
            @Nullable PostTable table = null;
            List<JsonNode> posts = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (table == null) {
                    table = new PostTable(row.toList());
                    if (!table.listsPosts()) {
                        return Optional.empty();
                    }
                } else {
                    posts.add(table.post(row));
                }
            }
            return table == null ? Optional.empty() : Optional.of(posts);
        } catch (UncheckedIOException | IllegalStateException damaged) {
            return Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private boolean listsPosts() {
        return time >= 0 && !words.isEmpty();
    }

    private List<Integer> columns(Pattern name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (name.matcher(header.get(i).strip()).matches()) {
                found.add(i);
            }
        }
        return found;
    }

    private JsonNode post(CSVRecord row) {
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        post.put("timestamp", value(row, time));
        post.put(
                "text",
                String.join(
                        "\n",
                        words.stream()
                                .map(i -> text(value(row, i)))
                                .filter(one -> !one.isBlank())
                                .toList()));
        columns(AUTHOR).stream().findFirst().ifPresent(i -> post.put("author", value(row, i)));
        String address = address(row);
        if (!address.isEmpty()) {
            post.put("permalink", address);
        }
        ObjectNode columns = post.putObject("row");
        for (int i = 0; i < row.size(); i++) {
            columns.put(i < header.size() ? header.get(i) : "column " + (i + 1), row.get(i));
        }
        return post;
    }

    private static String value(CSVRecord row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    /** YouTube writes words as pieces of JSON with a comma between. */
    private static String text(String written) {
        if (!written.startsWith("{")) {
            return written;
        }
        try {
            StringBuilder text = new StringBuilder();
            JSON.readTree("[" + written + "]")
                    .forEach(piece -> text.append(piece.path("text").asString("")));
            return text.isEmpty() ? written : text.toString();
        } catch (JacksonException none) {
            return written;
        }
    }

    private String address(CSVRecord row) {
        for (int column : columns(ADDRESS)) {
            String told = value(row, column);
            if (told.matches("https?://\\S+")) {
                return told;
            }
        }
        String video = named(row, VIDEO);
        String comment = named(row, COMMENT);
        return video.isEmpty()
                ? ""
                : "https://www.youtube.com/watch?v=" + video + (comment.isEmpty() ? "" : "&lc=" + comment);
    }

    private String named(CSVRecord row, String name) {
        List<String> lower =
                header.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
        int column = lower.indexOf(name);
        return column < 0 ? "" : value(row, column);
    }
}
