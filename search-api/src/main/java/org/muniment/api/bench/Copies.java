package org.muniment.api.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.SourceTree;
import org.muniment.batch.ingest.SourceType;

/** Many distinct messages made of few: an mbox in which every copy has a header and message ids of its own. */
final class Copies {
    /** Headers with ids of the message and of those that it answers: copies of a conversation are one of their own. */
    private static final Pattern IDS =
            Pattern.compile("(?:Message-ID|In-Reply-To|References):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Path source;
    private final Path scratch;

    Copies(Path source, Path scratch) {
        this.source = source;
        this.scratch = scratch;
    }

    /** Writes copies until there are this many messages. */
    Path write(long messages) {
        return write("copies-" + messages, messages);
    }

    /**
     * Writes copies that are none of those written by another name.
     *
     * @param name of letters, digits and hyphens
     */
    Path write(String name, long messages) {
        Path mbox = scratch.resolve(name + ".mbox");
        long[] written = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox), 1 << 20)) {
            for (int copy = 0; written[0] < messages; copy++) {
                long before = written[0];
                append(out, name + "-" + copy, messages, written);
                if (written[0] == before) {
                    throw new IllegalArgumentException("There is no mail in " + source);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write copies into " + scratch, e);
        }
        return mbox;
    }

    private void append(OutputStream out, String copy, long messages, long[] written) {
        try {
            new SourceTree(source, SourceType.AUTO, scratch).read(Optional.empty(), entry -> {
                if (entry instanceof RawItem raw) {
                    if (written[0] < messages) {
                        one(out, raw, copy);
                        written[0]++;
                    }
                    raw.bytes().close();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void one(OutputStream out, RawItem raw, String copy) {
        try (InputStream bytes = raw.bytes().open()) {
            out.write(("From bench@district.example Mon Jan  1 00:00:00 2024\nX-Copy: " + copy + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            boolean header = true;
            boolean ids = false;
            for (String line : new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).split("\n", -1)) {
                header &= !line.isBlank();
                ids = header
                        && (line.matches("[ \t].*\\r?")
                                ? ids
                                : IDS.matcher(line).matches());
                boolean quoted = line.matches(">*From .*");
                String written = (quoted ? ">" : "") + (ids ? line.replace(">", "." + copy + ">") : line) + "\n";
                out.write(written.getBytes(StandardCharsets.ISO_8859_1));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
