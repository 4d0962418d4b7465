package org.muniment.archive.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
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
import org.muniment.archive.query.RandomQueries;
import org.muniment.archive.store.Digest;

/** Items for tests: a plain one to vary, and random ones of the vocabulary of {@link RandomQueries}. */
public final class Samples {
    private static final List<String> FILES = List.of("minutes.pdf", "budget cuts.docx", "", "o'brien.TXT", "学校.pdf");
    private static final List<String> TYPES = List.of("application/pdf", "text/plain", "image/png");
    private static final List<String> URLS =
            List.of("", "", "https://www.x.gov/news/budget?id=7", "http://blog.x.gov/board-agenda/#cuts");
    private static final List<String> FOLDERS =
            List.of("", "Inbox", "Inbox/School budget", "Sent Items", "teachers/cuts");
    private static final List<String> MARKS =
            List.of(" ", " ", " ", ", ", ". ", "\n", "-", " – ", "/", "  ", ": ", "'");

    private final Random random;
    private int made;

    public Samples(Random random) {
        this.random = random;
    }

    public static ItemDocument mail(String name, String subject, String body, @Nullable Instant received) {
        Digest digest = Digest.of(name.getBytes(StandardCharsets.UTF_8));
        var item = new Item(
                ItemId.of(digest),
                digest,
                body.length(),
                Kind.EMAIL,
                new Dates(null, "", received, received == null ? Dates.Source.UNKNOWN : Dates.Source.SERVER),
                new Correspondents(
                        List.of(new Address("Bob Hill", "bob@x.gov")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                subject,
                new Threading("", List.of(), List.of(), ""),
                List.of(),
                Coverage.FULL,
                Digest.of(body.getBytes(StandardCharsets.UTF_8)));
        return new ItemDocument(
                new Parsed(item, new ItemText(body, List.of())), List.of(collected(item.id(), "bob@x.gov", "")));
    }

    public static Collection collected(ItemId item, String custodian, String folder) {
        return new Collection(
                item, new Custodian(custodian), "/mail", item.value(), folder, List.of(), Instant.EPOCH, "run");
    }

    public List<ItemDocument> several(int count) {
        var items = new ArrayList<ItemDocument>();
        for (int i = 0; i < count; i++) {
            items.add(any());
        }
        return items;
    }

    public ItemDocument any() {
        Digest digest = Digest.of(("item" + made++ + random.nextLong()).getBytes(StandardCharsets.UTF_8));
        var attachments = attachments();
        Instant received = maybe(this::time);
        var item = new Item(
                ItemId.of(digest),
                digest,
                random.nextInt(6_000),
                pick(List.of(Kind.values())),
                new Dates(
                        maybe(this::time), "", received, received == null ? Dates.Source.UNKNOWN : Dates.Source.SERVER),
                people(),
                text(4),
                new Threading(pick(RandomQueries.VALUES), List.of(), List.of(), ""),
                attachments,
                coverage(),
                Digest.of(new byte[] {(byte) random.nextInt(100)}));
        var texts = attachments.stream()
                .map(file -> new ItemText.AttachmentText(file.place(), text(12)))
                .toList();
        var collections = new ArrayList<Collection>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            collections.add(
                    collected(item.id(), pick(List.of("bob@x.gov", "ann.lee@mail.x.gov", "allen-p")), pick(FOLDERS)));
        }
        return new ItemDocument(
                new Parsed(item, new ItemText(text(25), texts, pick(URLS), people().from())), collections);
    }

    private List<Attachment> attachments() {
        var attachments = new ArrayList<Attachment>();
        for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
            Digest digest = new Digest(Integer.toHexString(random.nextInt(16)).repeat(64));
            attachments.add(new Attachment("" + i, pick(FILES), pick(TYPES), 1, digest, random.nextBoolean()));
        }
        return attachments;
    }

    private Coverage coverage() {
        return switch (random.nextInt(6)) {
            case 0 -> new Coverage(Coverage.Extent.PARTLY, List.of(new Coverage.Gap("1", "cut")));
            case 1 -> new Coverage(Coverage.Extent.NOT, List.of(new Coverage.Gap("body", "encrypted")));
            default -> Coverage.FULL;
        };
    }

    private Correspondents people() {
        return new Correspondents(people(1), people(3), people(1), people(1), people(1), people(1));
    }

    private List<Address> people(int most) {
        var people = new ArrayList<Address>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            people.add(new Address(
                    pick(List.of("", "Ann Lee", "Bob O'Brien", "Élan", "Lee, Ann", "Bob Gov")),
                    pick(List.of(
                            "bob@x.gov",
                            "ann.lee@mail.x.gov",
                            "élan@y.org",
                            "/O=X/CN=RECIPIENTS/CN=BOB",
                            "obrien@Y.org"))));
        }
        return people;
    }

    private Instant time() {
        Instant day = LocalDate.of(2023, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return random.nextInt(50) == 0 ? Instant.MAX : day.plusSeconds(random.nextInt(86_400 * 1_000));
    }

    private String text(int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(pick(RandomQueries.WORDS)).append(pick(MARKS));
        }
        return text.toString();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(5) == 0 ? null : value.get();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
