package org.muniment.archive.item.reading;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Threading;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads objects so that whatever happens to the reader costs that item's words only, never the item nor the run. */
public final class Readings {
    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private final ItemReader reader;

    public Readings(ItemReader reader) {
        this.reader = reader;
    }

    /** Reads an object; one that breaks the reader is unreadable. */
    public Reading read(Digest digest, Spool bytes, Receipt receipt) {
        try {
            return reader.read(digest, bytes, receipt);
        } catch (UncheckedIOException noDisk) {
            throw noDisk;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("Item {} could not be read", ItemId.of(digest), e);
            return unreadable(
                    digest,
                    bytes.size(),
                    dates(receipt),
                    "the reader failed: " + e.getClass().getSimpleName());
        }
    }

    /** Reads an object for its pages, with the dates the catalogue has; one that breaks the reader is unreadable. */
    ItemContents contents(Item item, Spool bytes, Path folder) {
        Receipt receipt = receipt(item.dates());
        try {
            return reader.contents(item.digest(), bytes, receipt, folder).withDates(item.dates());
        } catch (UncheckedIOException noDisk) {
            throw noDisk;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("Item {} could not be opened", item.id(), e);
            String reason = "the reader failed: " + e.getClass().getSimpleName();
            return new ItemContents(
                    unreadable(item.digest(), bytes.size(), item.dates(), reason),
                    "",
                    VoiceFacts.NONE,
                    PostingFacts.NONE,
                    List.of());
        }
    }

    /** The same reading with the dates the catalogue has: those of the item's first collection. */
    public static Reading withDates(Reading reading, Dates dates) {
        Item was = reading.item();
        if (was.dates().equals(dates)) {
            return reading;
        }
        Item item = new Item(
                was.id(),
                was.digest(),
                was.size(),
                was.kind(),
                dates,
                was.people(),
                was.subject(),
                was.threading(),
                was.attachments(),
                was.coverage(),
                was.duplicateGroup());
        return switch (reading) {
            case Parsed parsed -> new Parsed(item, parsed.text());
            case Unreadable unreadable -> new Unreadable(item);
        };
    }

    /** What the source told at the time, as the catalogue keeps it. */
    static Receipt receipt(Dates dates) {
        return switch (dates.source()) {
            case SERVER -> new Receipt(dates.received(), null);
            case MBOX_LINE -> new Receipt(null, dates.received());
            case RECEIVED_HEADER, UNKNOWN -> new Receipt(null, null);
        };
    }

    private static Dates dates(Receipt receipt) {
        if (receipt.server() != null) {
            return new Dates(null, "", receipt.server(), Dates.Source.SERVER);
        }
        return receipt.mboxLine() != null
                ? new Dates(null, "", receipt.mboxLine(), Dates.Source.MBOX_LINE)
                : new Dates(null, "", null, Dates.Source.UNKNOWN);
    }

    private static Unreadable unreadable(Digest digest, long size, Dates dates, String reason) {
        return new Unreadable(new Item(
                ItemId.of(digest),
                digest,
                size,
                Kind.EMAIL,
                dates,
                new Correspondents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                "",
                new Threading("", List.of(), List.of(), ""),
                List.of(),
                new Coverage(Coverage.Extent.NOT, List.of(new Coverage.Gap("body", reason))),
                digest));
    }
}
