package org.muniment.archive.item;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Stand-in that knows a subject and a message id, replaced by the reading branch. */
public final class ItemReader implements AutoCloseable {
    /** Reads an object. */
    public Reading read(Digest digest, Spool bytes, Receipt receipt) {
        try (var lines =
                new BufferedReader(new InputStreamReader(bytes.open(), StandardCharsets.ISO_8859_1), 1 << 16)) {
            String text = lines.lines().limit(2000).collect(Collectors.joining("\n"));
            String head = "\n" + text.split("\n\n", 2)[0];
            Dates dates = receipt.server() != null
                    ? new Dates(null, "", receipt.server(), Dates.Source.SERVER)
                    : receipt.mboxLine() != null
                            ? new Dates(null, "", receipt.mboxLine(), Dates.Source.MBOX_LINE)
                            : new Dates(null, "", null, Dates.Source.UNKNOWN);
            boolean unreadable = text.contains("ENCRYPTED");
            Item item = new Item(
                    ItemId.of(digest),
                    digest,
                    bytes.size(),
                    Kind.EMAIL,
                    dates,
                    new Correspondents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                    field(head, "Subject"),
                    new Threading(field(head, "Message-ID"), List.of(), List.of(), ""),
                    List.of(),
                    unreadable
                            ? new Coverage(Coverage.Extent.NOT, List.of(new Coverage.Gap("body", "encrypted")))
                            : Coverage.FULL,
                    digest);
            return unreadable ? new Unreadable(item) : new Parsed(item, new ItemText(text, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String head, String name) {
        int at = head.indexOf("\n" + name + ": ");
        return at < 0 ? "" : head.substring(at + name.length() + 3).split("\n", 2)[0];
    }

    @Override
    public void close() {
        // nothing to release
    }
}
