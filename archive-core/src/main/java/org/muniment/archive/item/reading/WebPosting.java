package org.muniment.archive.item.reading;

import java.time.Instant;
import java.util.List;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Threading;
import org.muniment.archive.store.Digest;

/** The item that a record of a web archive is. Its address is always known, so it is never wholly unreadable. */
final class WebPosting {
    private static final Correspondents NOBODY =
            new Correspondents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private WebPosting() {}

    static Reading of(
            WebRecordReader.Page page, Digest digest, long size, Receipt receipt, Gathering found, String body) {
        Dates dates = dates(receipt);
        List<Attachment> files = found.attachments();
        String address = page.facts().address();
        Coverage coverage = found.coverage();
        Item item = new Item(
                ItemId.of(digest),
                digest,
                size,
                Kind.POSTING,
                dates,
                NOBODY,
                page.subject(),
                new Threading(record(page), List.of(), List.of(), ""),
                files,
                coverage,
                DuplicateGroup.of(List.of(), dates, address, body, files));
        return new Parsed(item, new ItemText(body, found.texts(), address, List.of()));
    }

    /** Versions of a page that say the same are one group, whenever they were captured: that is no sending. */
    private static Dates dates(Receipt receipt) {
        Instant captured = receipt.server();
        return captured == null
                ? new Dates(null, "", null, Dates.Source.UNKNOWN)
                : new Dates(null, "", captured, Dates.Source.SERVER);
    }

    private static String record(WebRecordReader.Page page) {
        return PostingFacts.cut(page.head().fields().first("warc-record-id").replaceAll("^<|>$", ""));
    }
}
