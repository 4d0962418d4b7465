package org.muniment.archive.review;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;

/**
 * What is withheld from a production, wholly or in part, and on which ground. Says nothing of the content: no subject, no
 * file name, no note of a reviewer, and no name that is itself redacted.
 */
public final class WithholdingLog {
    private WithholdingLog() {}

    /**
     * One line.
     *
     * @param number from 1
     * @param item the item
     * @param date the day it was sent, else received, ISO 8601 in the agency's zone; empty when unknown
     * @param type e-mail, voicemail or posting
     * @param author who wrote it; {@code [withheld]} where that is redacted
     * @param recipients to whom, likewise
     * @param description without content: {@code E-mail with 2 attachments, 3 passages removed}
     * @param basis the sections, {@code "; "} between
     * @param withheld true when all of it is withheld, false when parts are removed
     * @param passages how many redactions are applied
     * @param cautions what to mind about the sections; empty when they were checked
     */
    public record Row(
            int number,
            ItemId item,
            String date,
            String type,
            String author,
            String recipients,
            String description,
            String basis,
            boolean withheld,
            int passages,
            List<String> cautions) {}

    /**
     * The log of some items, in their order; those that are handed out whole or left out as not responsive have no line.
     *
     * @param codings the latest decision on each
     * @param applied the redactions that count
     */
    public static List<Row> of(
            Collection<Item> items, Map<ItemId, Coding> codings, Map<ItemId, List<Redaction>> applied, ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
