package org.muniment.archive.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemText.AttachmentText;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.Leaf;

/** The query language's meaning, item by item and without an index: slow, and simple enough to be believed. */
final class NaiveEvaluator {
    private final NaiveWords words = new NaiveWords();
    private final Map<String, List<Token>> tokens = new HashMap<>();

    private record Token(String word, String stem) {}

    private record Span(int first, int last) {}

    boolean matches(ItemQuery query, ItemDocument document) {
        return switch (query) {
            case ItemQuery.All all -> true;
            case ItemQuery.And and -> and.parts().stream().allMatch(part -> matches(part, document));
            case ItemQuery.Or or -> or.parts().stream().anyMatch(part -> matches(part, document));
            case ItemQuery.Not not -> !matches(not.part(), document);
            case Leaf leaf -> matchesLeaf(leaf, document);
        };
    }

    private boolean matchesLeaf(Leaf leaf, ItemDocument document) {
        return switch (leaf.field().type()) {
            case WORDS ->
                texts(leaf.field(), document)
                        .anyMatch(text -> !spans(leaf, tokens(text)).isEmpty());
            case ADDRESS -> addresses(leaf.field(), document).anyMatch(address -> matches(leaf, address));
            case EXACT, FLAG -> values(leaf.field(), document).anyMatch(whole(leaf));
            case DATE, NUMBER ->
                within(leaf, number(leaf.field(), document.reading().item()));
        };
    }

    private List<Span> spans(ItemQuery query, List<Token> text) {
        return switch (query) {
            case ItemQuery.Words phrase ->
                runs(
                        tokens(String.join(" ", phrase.words())),
                        text,
                        (word, asked, last) -> phrase.exact() ? isWord(word, asked) : sameStem(word, asked));
            case ItemQuery.Prefix prefix -> runs(tokens(prefix.start()), text, NaiveEvaluator::begins);
            case ItemQuery.Or or ->
                or.parts().stream().flatMap(part -> spans(part, text).stream()).toList();
            case ItemQuery.Near near -> pairs(near, spans(near.left(), text), spans(near.right(), text));
            case ItemQuery.All all -> throw new AssertionError(all);
            case ItemQuery.And and -> throw new AssertionError(and);
            case ItemQuery.Not not -> throw new AssertionError(not);
            case Leaf leaf -> throw new AssertionError(leaf);
        };
    }

    private static boolean isWord(Token token, Token asked) {
        return token.word.equals(asked.word);
    }

    private static boolean sameStem(Token token, Token asked) {
        return token.stem.equals(asked.stem) || token.word.equals(asked.stem);
    }

    private static boolean begins(Token token, Token asked, boolean last) {
        return last ? token.word.startsWith(asked.word) : isWord(token, asked);
    }

    private interface Fit {
        boolean test(Token token, Token asked, boolean last);
    }

    private static List<Span> runs(List<Token> asked, List<Token> text, Fit fit) {
        var runs = new ArrayList<Span>();
        for (int start = 0; !asked.isEmpty() && start + asked.size() <= text.size(); start++) {
            boolean all = true;
            for (int i = 0; i < asked.size() && all; i++) {
                all = fit.test(text.get(start + i), asked.get(i), i == asked.size() - 1);
            }
            if (all) {
                runs.add(new Span(start, start + asked.size() - 1));
            }
        }
        return runs;
    }

    private static List<Span> pairs(ItemQuery.Near near, List<Span> left, List<Span> right) {
        var pairs = new ArrayList<Span>();
        for (Span one : left) {
            for (Span other : right) {
                if (follows(one, other, near.distance()) || !near.ordered() && follows(other, one, near.distance())) {
                    pairs.add(new Span(Math.min(one.first, other.first), Math.max(one.last, other.last)));
                }
            }
        }
        return pairs;
    }

    private static boolean follows(Span first, Span second, int distance) {
        return second.first > first.last && second.first - first.last <= distance;
    }

    private boolean matches(Leaf leaf, Address address) {
        String whole = address.address().toLowerCase(Locale.ROOT);
        int at = whole.lastIndexOf('@');
        String local = at < 0 ? address.address() : address.address().substring(0, at);
        List<String> domains = at < 0 ? List.of() : domains(whole.substring(at + 1));
        return switch (leaf) {
            case ItemQuery.Is is -> isAddress(is, whole, domains, List.of(address.name(), local));
            case ItemQuery.Prefix prefix -> startsAddress(prefix, whole, domains, List.of(address.name(), local));
            case ItemQuery.Words other -> throw new AssertionError(other);
            case ItemQuery.Near other -> throw new AssertionError(other);
            case ItemQuery.Between other -> throw new AssertionError(other);
        };
    }

    private boolean isAddress(ItemQuery.Is is, String whole, List<String> domains, List<String> names) {
        String value = is.value();
        if (whole.equals(value) || value.startsWith("@") && domains.contains(value.substring(1))) {
            return true;
        }
        return !value.contains("@")
                && (domains.contains(value)
                        || names.stream()
                                .anyMatch(name -> !runs(
                                                tokens(value), tokens(name), (word, asked, last) -> isWord(word, asked))
                                        .isEmpty()));
    }

    private boolean startsAddress(ItemQuery.Prefix prefix, String whole, List<String> domains, List<String> names) {
        String start = prefix.start();
        if (whole.startsWith(start) || domains.stream().anyMatch(domain -> ("@" + domain).startsWith(start))) {
            return true;
        }
        return !start.contains("@")
                && (domains.stream().anyMatch(domain -> domain.startsWith(start))
                        || names.stream()
                                .anyMatch(name -> !runs(tokens(start), tokens(name), NaiveEvaluator::begins)
                                        .isEmpty()));
    }

    private static List<String> domains(String domain) {
        var domains = new ArrayList<String>(List.of(domain));
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            String parent = domain.substring(dot + 1);
            if (parent.contains(".")) {
                domains.add(parent);
            }
        }
        return domains;
    }

    private static Predicate<String> whole(Leaf leaf) {
        return value -> leaf instanceof ItemQuery.Prefix prefix
                ? value.toLowerCase(Locale.ROOT).startsWith(prefix.start())
                : leaf instanceof ItemQuery.Is is
                        && value.toLowerCase(Locale.ROOT).equals(is.value());
    }

    private static boolean within(Leaf leaf, @Nullable Long number) {
        return number != null
                && leaf instanceof ItemQuery.Between between
                && between.range().min() <= number
                && number <= between.range().max();
    }

    private static @Nullable Long number(Field field, Item item) {
        Instant sent = item.dates().sent();
        Instant received = item.dates().received();
        return switch (field) {
            case SENT -> sent == null ? null : millis(sent);
            case RECEIVED -> received == null ? null : millis(received);
            case SIZE -> item.size();
            default -> throw new AssertionError(field);
        };
    }

    private static long millis(Instant time) {
        return time.equals(Instant.MAX) ? Long.MAX_VALUE : time.toEpochMilli();
    }

    private static Stream<String> texts(Field field, ItemDocument document) {
        Item item = document.reading().item();
        Stream<String> names = item.attachments().stream().map(Attachment::name);
        return switch (field) {
            case TEXT -> Stream.of(Field.SUBJECT, Field.BODY, Field.ATTACHMENT).flatMap(one -> texts(one, document));
            case SUBJECT -> Stream.of(item.subject());
            case BODY -> Stream.of(document.reading().text().body());
            case ATTACHMENT ->
                Stream.concat(
                        names, document.reading().text().attachments().stream().map(AttachmentText::text));
            case FILENAME -> names;
            case URL -> Stream.of(document.reading().text().address());
            case FOLDER -> document.collections().stream().map(Collection::folder);
            default -> throw new AssertionError(field);
        };
    }

    private static Stream<Address> addresses(Field field, ItemDocument document) {
        Correspondents people = document.reading().item().people();
        return switch (field) {
            case FROM -> people.from().stream();
            case CALLER -> document.reading().text().callers().stream();
            case TO -> people.to().stream();
            case CC -> people.cc().stream();
            case BCC -> people.bcc().stream();
            case RECIPIENT ->
                Stream.of(people.to(), people.cc(), people.bcc(), people.envelope(), people.exchange())
                        .flatMap(List::stream);
            case PARTICIPANT -> Stream.concat(people.from().stream(), addresses(Field.RECIPIENT, document));
            case CUSTODIAN ->
                document.collections().stream()
                        .map(taken -> new Address("", taken.custodian().address()));
            default -> throw new AssertionError(field);
        };
    }

    private static Stream<String> values(Field field, ItemDocument document) {
        Item item = document.reading().item();
        Stream<Attachment> files = item.attachments().stream();
        return switch (field) {
            case KIND -> Stream.of(item.kind().name());
            case HAS -> files.filter(file -> !file.inline()).map(file -> "attachment");
            case FILE_TYPE -> files.flatMap(file -> Stream.of(file.type(), extension(file.name())));
            case INDEXED -> Stream.of(item.coverage().extent().name());
            case ID -> Stream.of(item.id().value());
            case DIGEST ->
                Stream.concat(
                        Stream.of(item.digest().hex()),
                        files.map(file -> file.digest().hex()));
            case MESSAGE_ID -> Stream.of(item.threading().messageId());
            case DUPLICATE -> Stream.of(item.duplicateGroup().hex());
            default -> throw new AssertionError(field);
        };
    }

    private static String extension(String name) {
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    private List<Token> tokens(String text) {
        return tokens.computeIfAbsent(
                text,
                any -> words.of(text).stream()
                        .map(word -> new Token(word, words.stem(word)))
                        .toList());
    }
}
