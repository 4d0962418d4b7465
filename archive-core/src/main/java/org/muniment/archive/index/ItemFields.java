package org.muniment.archive.index;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemText;

/** The schema: an item as Lucene's fields. Raise {@link #SCHEMA} with every change of it. */
final class ItemFields {
    /** Told by every commit; an index of another schema is rebuilt. */
    static final int SCHEMA = 4;

    /** Milliseconds of the receipt, else of the sending; absent when neither is known. */
    static final String TIME = "sort.time";
    /** The id as numbers that sort as its digits do: the first 16 digits, the last 8. */
    static final String ID_HIGH = "sort.id.high";

    static final String ID_LOW = "sort.id.low";
    /** First 16 bytes of the duplicate group. */
    static final String GROUP = "group";

    static final int GROUP_BYTES = 16;

    /** What kind, and from whom, to count by. */
    static final String KIND = "facet.kind";

    static final String CUSTODIAN = "facet.custodian";
    /** A custodian, {@link #WITHIN} and the folder: which mailbox a folder is of. */
    static final String PLACE = "place";

    static final char WITHIN = '\u0000';

    static final String STORED_BODY = "stored.body";
    static final String STORED_ATTACHMENTS = "stored.attachments";

    private static final int STORED_CHARACTERS = 16_000;
    /** Of a place: as many as a term surely takes. */
    private static final int PLACE_CHARACTERS = 8_000;

    private static final FieldType WORDS = type(true, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType KEY = type(false, IndexOptions.DOCS);

    private static final int ALL = -1;
    private static final HexFormat DIGITS = HexFormat.of();

    private final Document document = new Document();
    private final int columns;

    private ItemFields(int columns) {
        this.columns = columns;
    }

    /** All that is searched, sorted and shown. */
    static Document of(ItemDocument source) {
        var fields = new ItemFields(ALL);
        Item item = source.reading().item();
        fields.searched(source);
        fields.sorted(item);
        fields.counted(source);
        fields.stored(source.reading().text());
        return fields.document;
    }

    /** Only what these columns, as bits, are searched by. */
    static Document of(ItemDocument source, int columns) {
        var fields = new ItemFields(columns);
        fields.searched(source);
        return fields.document;
    }

    /** One address as a column of an item has it. */
    static Document of(Column column, Address address) {
        var fields = new ItemFields(ALL);
        fields.addresses(column, List.of(address));
        return fields.document;
    }

    /** One text as a column of an item has it. */
    static Document of(Column column, String text) {
        var fields = new ItemFields(ALL);
        fields.words(column, text);
        return fields.document;
    }

    /** The first characters of each place in a mailbox. */
    static String places(Custodian custodian) {
        return custodian.address() + WITHIN;
    }

    private void searched(ItemDocument source) {
        Item item = source.reading().item();
        facts(item);
        people(item.people());
        List.of(Column.SENT, Column.RECEIVED, Column.SIZE).forEach(column -> point(column, number(column, item)));
        text(item, source.reading().text());
        source.collections().forEach(this::collection);
    }

    private void sorted(Item item) {
        number(ID_HIGH, high(item.id().value()));
        number(ID_LOW, low(item.id().value()));
        document.add(new BinaryDocValuesField(
                GROUP, new BytesRef(HexFormat.of().parseHex(digits(item.duplicateGroup())), 0, GROUP_BYTES)));
        Instant received = item.dates().received();
        Instant time = received != null ? received : item.dates().sent();
        if (time != null) {
            number(TIME, millis(time));
        }
    }

    private void counted(ItemDocument source) {
        Item item = source.reading().item();
        document.add(new SortedDocValuesField(KIND, new BytesRef(item.kind().name())));
        source.collections().stream()
                .map(Collection::custodian)
                .distinct()
                .forEach(custodian ->
                        document.add(new SortedSetDocValuesField(CUSTODIAN, new BytesRef(custodian.address()))));
        source.collections().stream()
                .map(one -> cut(places(one.custodian()) + one.folder(), PLACE_CHARACTERS))
                .distinct()
                .forEach(place -> document.add(new Field(PLACE, place, KEY)));
    }

    private void stored(ItemText text) {
        var attachments = new StringBuilder();
        for (ItemText.AttachmentText attachment : text.attachments()) {
            attachments
                    .append(cut(attachment.text(), STORED_CHARACTERS - attachments.length()))
                    .append('\n');
        }
        store(STORED_BODY, text.body());
        store(STORED_ATTACHMENTS, attachments.toString());
    }

    /** The first 16 digits of an id as a number that sorts as they do. */
    static long high(String id) {
        return Long.parseUnsignedLong(id, 0, 16, 16) ^ Long.MIN_VALUE;
    }

    static long low(String id) {
        return Long.parseUnsignedLong(id, 16, 24, 16);
    }

    /** What {@link org.muniment.archive.item.ItemNumbers} knows an item by. */
    static long key(long high) {
        return high ^ Long.MIN_VALUE;
    }

    static String id(long high, long low) {
        return DIGITS.toHexDigits(high ^ Long.MIN_VALUE) + DIGITS.toHexDigits(low, 8);
    }

    private void facts(Item item) {
        key(Column.ID, item.id().value());
        key(Column.DIGEST, digits(item.digest()));
        key(Column.DUPLICATE, digits(item.duplicateGroup()));
        key(Column.KIND, item.kind().name());
        key(Column.INDEXED, item.coverage().extent().name());
        if (!item.threading().messageId().isEmpty()) {
            key(Column.MESSAGE_ID, item.threading().messageId());
        }
    }

    private void people(Correspondents people) {
        addresses(Column.FROM, people.from());
        addresses(Column.TO, people.to());
        addresses(Column.CC, people.cc());
        addresses(Column.BCC, people.bcc());
        addresses(Column.OTHERS, people.envelope());
        addresses(Column.OTHERS, people.exchange());
    }

    private void text(Item item, ItemText text) {
        words(Column.SUBJECT, item.subject());
        words(Column.BODY, text.body());
        words(Column.URL, text.address());
        addresses(Column.CALLER, text.callers());
        item.attachments().forEach(this::attachment);
        text.attachments().forEach(attachment -> words(Column.ATTACHMENT, attachment.text()));
    }

    private void attachment(Attachment attachment) {
        words(Column.ATTACHMENT, attachment.name());
        words(Column.FILENAME, attachment.name());
        key(Column.DIGEST, digits(attachment.digest()));
        key(Column.FILE_TYPE, attachment.type());
        int dot = attachment.name().lastIndexOf('.');
        if (dot >= 0 && dot < attachment.name().length() - 1) {
            key(Column.FILE_TYPE, attachment.name().substring(dot + 1));
        }
        if (!attachment.inline()) {
            key(Column.HAS, "attachment");
        }
    }

    private void collection(Collection collection) {
        Custodian custodian = collection.custodian();
        addresses(Column.CUSTODIAN, List.of(new Address("", custodian.address())));
        words(Column.FOLDER, collection.folder());
    }

    private void addresses(Column column, List<Address> addresses) {
        if (!asks(column)) {
            return;
        }
        for (Address address : addresses) {
            Keys.of(address).forEach(key -> document.add(new Field(column.key(), key, KEY)));
            Keys.texts(address).forEach(text -> words(column.words(), text));
        }
    }

    private void words(Column column, String text) {
        if (asks(column)) {
            words(column.key(), text);
        }
    }

    private void words(String name, String text) {
        if (!text.isEmpty()) {
            document.add(new Field(name, text, WORDS));
        }
    }

    private void key(Column column, String value) {
        if (asks(column)) {
            document.add(new Field(column.key(), Keys.key(value), KEY));
        }
    }

    private void point(Column column, @Nullable Long number) {
        if (number != null && asks(column)) {
            document.add(new LongPoint(column.key(), number));
        }
    }

    /** The number in a column of numbers; null when the item has none. */
    static @Nullable Long number(Column column, Item item) {
        Instant time =
                column == Column.SENT ? item.dates().sent() : item.dates().received();
        if (column == Column.SIZE) {
            return item.size();
        }
        return time == null ? null : millis(time);
    }

    private boolean asks(Column column) {
        return (columns & Clues.bit(column)) != 0;
    }

    private void number(String name, long value) {
        document.add(new NumericDocValuesField(name, value));
    }

    private void store(String name, String text) {
        if (!text.isBlank()) {
            document.add(new StoredField(name, cut(text, STORED_CHARACTERS)));
        }
    }

    private static String cut(String text, int most) {
        int end = Math.min(text.length(), Math.max(0, most));
        boolean splitsPair = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end);
    }

    /** Times beyond the reach of milliseconds, which only nonsense headers claim, count as the last or first there is. */
    private static long millis(Instant time) {
        long most = Long.MAX_VALUE / 1000 - 1;
        return Math.clamp(time.getEpochSecond(), -most, most) * 1000 + time.getNano() / 1_000_000;
    }

    /** A digest's text is its digits; its type is the store's, which the index does not know. */
    private static String digits(Object digest) {
        return digest.toString();
    }

    private static FieldType type(boolean words, IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(words);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
