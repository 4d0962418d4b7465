package org.muniment.archive.hold;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.Samples;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Threading;
import org.muniment.archive.store.Digest;

/** Mail for tests, made of its words and dates. */
final class HeldMail {
    private HeldMail() {}

    static ItemId id(String words) {
        return ItemId.of(Digest.of(words.getBytes(StandardCharsets.UTF_8)));
    }

    static ItemDocument of(String words, @Nullable Instant sent, @Nullable Instant received, Custodian... custodians) {
        return new ItemDocument(
                new Parsed(item(words, sent, received), new ItemText(words, List.of())),
                Stream.of(custodians)
                        .map(custodian -> Samples.collected(id(words), custodian.address(), "Inbox"))
                        .toList());
    }

    private static Item item(String words, @Nullable Instant sent, @Nullable Instant received) {
        Digest digest = Digest.of(words.getBytes(StandardCharsets.UTF_8));
        return new Item(
                ItemId.of(digest),
                digest,
                words.length(),
                Kind.EMAIL,
                new Dates(sent, "", received, received == null ? Dates.Source.UNKNOWN : Dates.Source.SERVER),
                new Correspondents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                "A message",
                new Threading("", List.of(), List.of(), ""),
                List.of(),
                Coverage.FULL,
                digest);
    }
}
