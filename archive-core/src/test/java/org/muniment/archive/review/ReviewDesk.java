package org.muniment.archive.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniment.archive.Catalogue;
import org.muniment.archive.index.Samples;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Threading;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Exemption.Verified;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A reviewers' room for tests: the registers on one catalogue, and items made of a word. */
record ReviewDesk(Catalogue catalogue, Ledger ledger, Items items, Codings codings, Redactions redactions) {
    static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    static final Officer LEE = new Officer("Ann Lee, Superintendent");
    static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    static final ReviewSet R1 = new ReviewSet("R1");
    static final ReviewSet DOE = new ReviewSet("Doe v. District");
    static final Exemption HOME = new Exemption("home-data", "Gov. Code 7928.300", "Home data", Verified.TEXT, "");
    static final Exemption PUPIL = new Exemption(
            "pupil-records", "Gov. Code 7927.705; Ed. Code 49076", "Pupil records", Verified.SECONDARY, "A note");

    static ReviewDesk open(Catalogue catalogue, Path folder) {
        Ledger ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        return new ReviewDesk(
                catalogue,
                ledger,
                new Items(catalogue.writer(), catalogue.reader(), ledger),
                new Codings(catalogue.writer(), catalogue.reader(), ledger),
                new Redactions(catalogue.writer(), catalogue.reader(), ledger));
    }

    <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    static Item item(String word, String duplicateGroup) {
        Digest digest = digest(word);
        return new Item(
                ItemId.of(digest),
                digest,
                word.length(),
                Kind.EMAIL,
                new Dates(Instant.parse("2026-03-02T05:00:00Z"), "", null, Dates.Source.UNKNOWN),
                new Correspondents(
                        List.of(new Address("Ann Clerk", "clerk@district.example")),
                        List.of(new Address("", "board@district.example"), new Address("Eva Lopez", "eva@gmail.com")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                "About " + word,
                new Threading("", List.of(), List.of(), ""),
                List.of(new Attachment("2", word + ".pdf", "application/pdf", 12, digest("pdf"), false)),
                Coverage.FULL,
                digest(duplicateGroup));
    }

    private static Digest digest(String word) {
        return Digest.of(word.getBytes(StandardCharsets.UTF_8));
    }

    ItemId collect(String word, String duplicateGroup) {
        Item item = item(word, duplicateGroup);
        return change(() -> {
            items.record(List.of(new Arrival(
                    new Parsed(item, ItemText.NONE), Samples.collected(item.id(), "clerk@district.example", "Inbox"))));
            return item.id();
        });
    }

    /** The ledger's events on decisions, in order, by name. */
    List<String> events() {
        return ledger.entries(0, 1000).stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .filter(name -> name.equals("ItemCoded") || name.equals("RedactionsDecided"))
                .toList();
    }

    /** Every row of what is only ever added to. */
    List<Map<String, Object>> rows(String table) {
        return new JdbcTemplate(catalogue.reader())
                .queryForList("select * from " + table).stream().collect(Collectors.toList());
    }
}
