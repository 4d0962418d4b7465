package org.muniment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Item;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.Range;

/** Queries of every field and shape, made of what the items of an archive hold: each asks for something that is there. */
final class DistrictQueries {
    private static final List<Field> FIELDS = List.of(Field.values());

    private final Random random;
    private final List<ItemDocument> items;
    private final ZoneId zone;

    DistrictQueries(Random random, List<ItemDocument> items, ZoneId zone) {
        this.random = random;
        this.items = items;
        this.zone = zone;
    }

    ItemQuery next() {
        return query(random.nextInt(3));
    }

    private ItemQuery query(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new ItemQuery.Not(query(depth - 1));
            case 1 -> new ItemQuery.And(List.of(query(depth - 1), query(depth - 1)));
            case 2 -> new ItemQuery.Or(List.of(query(depth - 1), query(depth - 1)));
            default -> random.nextInt(10) == 0 ? new ItemQuery.All() : leaf();
        };
    }

    private ItemQuery leaf() {
        while (true) {
            try {
                return leaf(pick(FIELDS), pick(items));
            } catch (IllegalArgumentException nothingOfTheKind) {
                continue;
            }
        }
    }

    private ItemQuery leaf(Field field, ItemDocument of) {
        return switch (field.type()) {
            case WORDS -> words(field, pick(values(field, of)));
            case ADDRESS, EXACT -> value(field, pick(values(field, of)));
            case FLAG -> new ItemQuery.Is(field, pick(field.choices()));
            case DATE -> new ItemQuery.Between(field, days(of.reading().item()));
            case NUMBER -> new ItemQuery.Between(field, new Range.Bytes(random.nextInt(5_000), Long.MAX_VALUE));
        };
    }

    private ItemQuery words(Field field, String text) {
        List<String> words = Stream.of(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isBlank())
                .toList();
        if (words.size() < 2) {
            throw new IllegalArgumentException("too few");
        }
        int at = random.nextInt(words.size() - 1);
        var one = new ItemQuery.Words(field, words.subList(at, at + 1), random.nextBoolean());
        return switch (random.nextInt(4)) {
            case 0 -> one;
            case 1 -> new ItemQuery.Words(field, words.subList(at, at + 2), true);
            case 2 ->
                new ItemQuery.Prefix(
                        field,
                        words.get(at).substring(0, Math.min(2, words.get(at).length())));
            default ->
                new ItemQuery.Near(
                        field,
                        one,
                        new ItemQuery.Words(field, words.subList(at + 1, at + 2), false),
                        1 + random.nextInt(5),
                        random.nextBoolean());
        };
    }

    private ItemQuery value(Field field, String value) {
        if (value.length() > 3 && random.nextInt(3) == 0) {
            return new ItemQuery.Prefix(field, value.substring(0, 2 + random.nextInt(value.length() - 2)));
        }
        int at = value.indexOf('@');
        String part = at > 0 && random.nextInt(3) == 0
                ? random.nextBoolean() ? value.substring(at + 1) : value.substring(0, at)
                : value;
        return new ItemQuery.Is(field, part);
    }

    private Range.Days days(Item item) {
        Instant sent = item.dates().sent();
        if (sent == null) {
            throw new IllegalArgumentException("undated");
        }
        LocalDate day = sent.atZone(zone).toLocalDate();
        return new Range.Days(
                random.nextInt(4) == 0 ? null : day,
                random.nextInt(4) == 0 ? null : day.plusDays(random.nextInt(60)),
                zone);
    }

    private static List<String> values(Field field, ItemDocument of) {
        Item item = of.reading().item();
        Correspondents people = item.people();
        List<Address> others = new ArrayList<>(people.bcc());
        others.addAll(people.envelope());
        others.addAll(people.exchange());
        return switch (field) {
            case TEXT, BODY -> List.of(of.reading().text().body());
            case SUBJECT -> List.of(item.subject());
            case ATTACHMENT ->
                of.reading().text().attachments().stream()
                        .map(one -> one.text())
                        .toList();
            case FILENAME -> item.attachments().stream().map(one -> one.name()).toList();
            case FOLDER ->
                of.collections().stream()
                        .map(one -> one.folder().replace("/", " / ") + " Inbox")
                        .toList();
            case URL -> List.of(of.reading().text().address());
            case FROM -> addresses(people.from());
            case CALLER -> addresses(of.reading().text().callers());
            case TO -> addresses(people.to());
            case CC -> addresses(people.cc());
            case BCC -> addresses(others);
            case RECIPIENT, PARTICIPANT ->
                addresses(Stream.concat(people.to().stream(), others.stream()).toList());
            case CUSTODIAN ->
                of.collections().stream().map(one -> one.custodian().address()).toList();
            case FILE_TYPE -> item.attachments().stream().map(one -> one.type()).toList();
            case ID -> List.of(item.id().value());
            case DIGEST ->
                Stream.concat(
                                Stream.of(item.digest().hex()),
                                item.attachments().stream()
                                        .map(one -> one.digest().hex()))
                        .toList();
            case MESSAGE_ID -> List.of(item.threading().messageId());
            case DUPLICATE -> List.of(item.duplicateGroup().hex());
            case KIND, HAS, INDEXED, SENT, RECEIVED, SIZE -> List.of();
        };
    }

    private static List<String> addresses(List<Address> people) {
        return people.stream().map(Address::address).toList();
    }

    private <T> T pick(List<T> from) {
        if (from.isEmpty()) {
            throw new IllegalArgumentException("nothing");
        }
        return from.get(random.nextInt(from.size()));
    }
}
