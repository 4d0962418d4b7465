package org.muniment.archive.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.muniment.archive.query.ItemQuery.All;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Near;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;
import org.muniment.archive.query.ItemQuery.Prefix;
import org.muniment.archive.query.ItemQuery.Words;

/** Queries of every shape, over a small vocabulary so that they meet items made of the same words. */
public final class RandomQueries {
    /** Words with stems, accents, apostrophes, numbers, addresses and scripts without spaces. */
    public static final List<String> WORDS = List.of(
            "budget",
            "budgets",
            "Budgeting",
            "cut",
            "cuts",
            "school",
            "schools",
            "teacher",
            "teachers",
            "teaching",
            "district's",
            "district",
            "O'Brien",
            "obrien",
            "résumé",
            "resume",
            "Año",
            "1,250.00",
            "1250",
            "2024-25",
            "well-known",
            "well",
            "bob@x.gov",
            "x.gov",
            "学校",
            "学",
            "校",
            "a",
            "b",
            "the");
    /** Whole addresses, local parts, domains and names. */
    public static final List<String> ADDRESSES = List.of(
            "bob@x.gov",
            "ann.lee@mail.x.gov",
            "bob",
            "ann",
            "lee",
            "ann lee",
            "x.gov",
            "mail.x.gov",
            "@x.gov",
            "gov",
            "ann.lee",
            "/o=x/cn=recipients/cn=bob",
            "o'brien",
            "élan@y.org",
            "obrien@y.org",
            "allen-p",
            "allen");
    /** Values of fields that are matched as a whole. */
    public static final List<String> VALUES =
            List.of("pdf", "application/pdf", "docx", "m1@x.gov", "m2@x.gov", "(odd) \"id\"@x", "text/plain", "txt");

    private static final List<String> SHARDS = List.of(
            "(",
            ")",
            "\"",
            "“",
            "~",
            "*",
            "AND",
            "OR",
            "NOT",
            "and",
            "w/5",
            "pre/3",
            "w/",
            ":",
            "subject:",
            "from:",
            "sent:",
            "size:",
            "id:",
            "2024",
            "2024-07-01",
            "..",
            ">",
            "<=",
            "1MB",
            "x",
            "budget",
            "\\",
            "-",
            " ",
            " ",
            "kind:",
            "email",
            "?",
            "\u0000",
            "\ud83d",
            "é",
            "\u00a0",
            "999999999",
            "é\u0301",
            "*",
            "'");
    private static final List<Field> FIELDS = List.of(Field.values());

    private final Random random;
    private final ZoneId zone;

    public RandomQueries(Random random, ZoneId zone) {
        this.random = random;
        this.zone = zone;
    }

    /** A query at most four deep. */
    public ItemQuery next() {
        return query(random.nextInt(4));
    }

    /** What a cat would type: shards of queries and any characters, up to 40 of them. */
    public static String garble(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(random.nextBoolean() ? 6 : 40); i >= 0; i--) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            } else {
                text.append(SHARDS.get(random.nextInt(SHARDS.size())));
            }
            text.append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    private ItemQuery query(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Not(query(depth - 1));
            case 1, 2 -> new And(parts(depth - 1));
            case 3, 4 -> new Or(parts(depth - 1));
            default -> random.nextInt(20) == 0 ? new All() : leaf();
        };
    }

    private List<ItemQuery> parts(int depth) {
        var parts = new ArrayList<ItemQuery>();
        for (int i = random.nextInt(3) + 2; i > 0; i--) {
            parts.add(query(depth));
        }
        return parts;
    }

    private ItemQuery leaf() {
        Field field = random.nextInt(3) == 0 ? Field.TEXT : pick(FIELDS);
        return switch (field.type()) {
            case WORDS -> random.nextInt(3) == 0 ? near(field) : wordsOrPrefix(field);
            case ADDRESS -> random.nextInt(5) == 0 ? start(field, ADDRESSES) : new Is(field, pick(ADDRESSES));
            case EXACT -> exact(field);
            case FLAG -> new Is(field, pick(field.choices()));
            case DATE -> new Between(field, days());
            case NUMBER -> new Between(field, bytes());
        };
    }

    private ItemQuery exact(Field field) {
        if (field == Field.FILE_TYPE || field == Field.MESSAGE_ID) {
            return random.nextInt(4) == 0 ? start(field, VALUES) : new Is(field, pick(VALUES));
        }
        String digit = Integer.toHexString(random.nextInt(16));
        return random.nextBoolean()
                ? new Prefix(field, digit + Integer.toHexString(random.nextInt(16)))
                : new Is(field, digit.repeat(field == Field.ID ? 24 : 64));
    }

    private ItemQuery near(Field field) {
        return new Near(field, side(field), side(field), random.nextInt(4) + 1, random.nextBoolean());
    }

    private ItemQuery side(Field field) {
        if (random.nextInt(3) > 0) {
            return wordsOrPrefix(field);
        }
        var choices = new ArrayList<ItemQuery>();
        for (int i = random.nextInt(3) + 2; i > 0; i--) {
            choices.add(wordsOrPrefix(field));
        }
        return new Or(choices);
    }

    private ItemQuery wordsOrPrefix(Field field) {
        if (random.nextInt(5) == 0) {
            return start(field, WORDS);
        }
        var words = new ArrayList<String>();
        for (int i = random.nextInt(3) == 0 ? random.nextInt(3) : 0; i >= 0; i--) {
            words.add(pick(WORDS));
        }
        return new Words(field, words, random.nextBoolean());
    }

    private ItemQuery start(Field field, List<String> from) {
        while (true) {
            String whole = pick(from);
            try {
                return new Prefix(field, whole.substring(0, random.nextInt(whole.length()) + 1));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
    }

    private Range.Days days() {
        LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900) - 400);
        LocalDate last = first.plusDays(random.nextInt(400));
        return new Range.Days(random.nextInt(5) == 0 ? null : first, random.nextInt(5) == 0 ? null : last, zone);
    }

    private Range.Bytes bytes() {
        long least = random.nextInt(3_000);
        return new Range.Bytes(least, random.nextBoolean() ? Long.MAX_VALUE : least + random.nextInt(2_000));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
