package org.muniment.archive.item;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/** Items made of a word, for tests of the register. */
final class SampleItems {
    static final Custodian CLERK = new Custodian("clerk@district.example");
    static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    private SampleItems() {}

    static Item item(String word) {
        return item(word, new Threading("", List.of(), List.of(), ""), "Subject " + word, null);
    }

    static Item item(String word, Threading threading, String subject, @Nullable Instant received) {
        Digest digest = Digest.of(word.getBytes(StandardCharsets.UTF_8));
        return new Item(
                ItemId.of(digest),
                digest,
                word.length(),
                Kind.EMAIL,
                new Dates(
                        Instant.parse("2026-03-01T08:00:00Z"),
                        "Sun, 1 Mar 2026 00:00:00 -0800",
                        received,
                        received == null ? Dates.Source.UNKNOWN : Dates.Source.RECEIVED_HEADER),
                new Correspondents(
                        List.of(new Address("A Clerk", "clerk@district.example")),
                        List.of(new Address("", "board@district.example")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                subject,
                threading,
                List.of(new Attachment("2", "budget.pdf", "application/pdf", 12, Digest.of(new byte[12]), false)),
                Coverage.FULL,
                digest);
    }

    static Item threaded(String messageId, String... references) {
        return item(messageId, new Threading(messageId, List.of(), List.of(references), ""), messageId, null);
    }

    static Arrival arrival(Item item, String place) {
        return arrival(item, CLERK, place, "run-1");
    }

    static Arrival arrival(Item item, Custodian custodian, String place, String run) {
        return new Arrival(
                new Parsed(item, ItemText.NONE),
                new Collection(item.id(), custodian, "/mail", place, "inbox", List.of("answered", "seen"), NOON, run));
    }
}
