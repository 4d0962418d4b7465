package org.muniment.batch.ingest.social;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawContainer;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.feed.FeedFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an export. Each post, story, comment and private message of the account is an item with its files; so is what
 * remains of a file without them, and each file that no post shows: everything that was handed out is in the archive.
 */
final class Export implements ItemSource {
    private static final long LARGEST_JSON = 256L << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path path;
    private final String account;
    private final Path spool;

    Export(Path path, String account, Path spool) {
        this.path = path;
        this.account = account;
        this.spool = spool;
    }

    /** Posts come first, then the files that none of them shows: those are known when all posts were read. */
    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        Reached reached = new Reached(after);
        try (ExportFolder folder = new ExportFolder(path)) {
            PostMessage message = new PostMessage(folder, account, spool);
            Set<String> shown = new HashSet<>();
            for (String name : folder.names()) {
                if (isJson(name)) {
                    posts(folder, name, message, shown, reached, sink);
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    rows(folder, name, message, shown, reached, sink);
                } else if (isFeed(folder, name)) {
                    entries(folder, name, shown, reached, sink);
                }
            }
            for (String name : folder.names()) {
                if (!isJson(name) && !shown.contains(name)) {
                    other(folder, name, message, reached, sink);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an earlier reading stopped: everything before is gone through again, and not handed over. */
    private record Reached(Optional<Position> after) {
        boolean isPast(Position position) {
            return after.isPresent() && compare(position, after.get()) <= 0;
        }

        private static int compare(Position one, Position other) {
            int path = one.path().compareTo(other.path());
            return path != 0 ? path : Long.compare(one.offset(), other.offset());
        }
    }

    private static boolean isJson(String name) {
        return name.matches("(?i).*\\.(json|js)");
    }

    private static Position position(boolean post, String name, long number) {
        return new Position((post ? "1/" : "2/") + name, number);
    }

    private void posts(
            ExportFolder folder, String name, PostMessage message, Set<String> shown, Reached reached, Sink sink)
            throws InterruptedException {
        try {
            JsonNode root = Files.size(folder.file(name)) > LARGEST_JSON ? null : parse(folder.file(name));
            if (root == null) {
                other(folder, name, message, reached, sink);
                return;
            }
            PostsInFile found = PostsInFile.of(root);
            each(found.posts(), name, message, shown, reached, sink);
            Position end = position(true, name, Position.DONE);
            if (!found.rest().isEmpty() && !reached.isPast(end)) {
                sink.accept(message.rest(name, found.rest(), end));
            }
        } catch (IOException e) {
            sink.accept(new Rejected(name, Reasons.of(e), position(true, name, Position.DONE)));
        }
    }

    private static void each(
            List<JsonNode> posts, String name, PostMessage message, Set<String> shown, Reached reached, Sink sink)
            throws IOException, InterruptedException {
        long number = 0;
        for (JsonNode node : posts) {
            Post post = Post.of(node);
            List<String> files = message.files(post, node);
            shown.addAll(files);
            Position position = position(true, name, ++number);
            if (!reached.isPast(position)) {
                sink.accept(message.of(post, node, files, name + "#" + number, position));
            }
        }
    }

    /** A table of posts is read row by row; any other is a file that no post shows. */
    private static void rows(
            ExportFolder folder, String name, PostMessage message, Set<String> shown, Reached reached, Sink sink)
            throws InterruptedException {
        try {
            Path file = folder.file(name);
            Optional<List<JsonNode>> posts = Files.size(file) > LARGEST_JSON
                    ? Optional.empty()
                    : PostTable.posts(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (posts.isPresent()) {
                shown.add(name);
                each(posts.orElseThrow(), name, message, shown, reached, sink);
            }
        } catch (IOException e) {
            shown.add(name);
            sink.accept(new Rejected(name, Reasons.of(e), position(true, name, Position.DONE)));
        }
    }

    private boolean isFeed(ExportFolder folder, String name) {
        return name.matches("(?i).*\\.(xml|rss|atom)") && FeedFile.is(new FileEntry(folder.file(name), name, spool));
    }

    /** Weblogs hand their postings out as a feed. */
    private void entries(ExportFolder folder, String name, Set<String> shown, Reached reached, Sink sink)
            throws InterruptedException {
        shown.add(name);
        FeedFile.read(new FileEntry(folder.file(name), name, spool), 0, account, entry -> {
            Position position = position(true, name, entry.position().offset());
            if (!reached.isPast(position)) {
                sink.accept(moved(entry, position));
            }
        });
    }

    private static Entry moved(Entry entry, Position position) {
        return switch (entry) {
            case RawItem raw ->
                new RawItem(raw.place(), raw.folder(), raw.flags(), raw.receipt(), raw.bytes(), position);
            case RawContainer container ->
                new RawContainer(
                        container.place(),
                        container.digest(),
                        container.format(),
                        container.file(),
                        container.temporary(),
                        position);
            case Rejected rejected -> new Rejected(rejected.place(), rejected.reason(), position);
        };
    }

    /** X writes each file as an assignment; null when it is no JSON. */
    private static @org.jspecify.annotations.Nullable JsonNode parse(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String json = text.replaceFirst("^\ufeff?\\s*(window\\.)?[\\w.\\[\\]\"]+\\s*=\\s*(?=[\\[{])", "");
        try {
            return JSON.readTree(json);
        } catch (JacksonException none) {
            return null;
        }
    }

    private void other(ExportFolder folder, String name, PostMessage message, Reached reached, Sink sink)
            throws InterruptedException {
        Position position = position(isJson(name), name, Position.DONE);
        if (reached.isPast(position)) {
            return;
        }
        try {
            long size = Files.size(folder.file(name));
            sink.accept(
                    size > RawItem.LARGEST
                            ? new Rejected(name, Reasons.TOO_LARGE, position)
                            : message.file(name, position));
        } catch (IOException e) {
            sink.accept(new Rejected(name, Reasons.of(e), position));
        }
    }
}
