package org.muniment.archive.item;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table {@code item}, as stored. All but thread and revision are facts and are hashed. */
record ItemRow(
        String id,
        String digest,
        long size,
        String kind,
        @Nullable Long sent,
        String sentText,
        @Nullable Long received,
        String receivedSource,
        String subject,
        String people,
        String threading,
        String attachments,
        String coverage,
        String extent,
        String duplicateGroup,
        String thread,
        long revision) {
    static final String COLUMNS = "id, digest, size, kind, sent, sent_text, received, received_source, subject, people,"
            + " threading, attachments, coverage, extent, duplicate_group, thread, revision";

    static final String INSERT =
            "insert into item (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What most rows hold, known without reading it: planning reads rows by the hundred thousand. */
    private static final String NONE = json(List.of());

    private static final String FULL = json(Coverage.FULL);

    static ItemRow of(Item item, String thread, long revision) {
        Dates dates = item.dates();
        return new ItemRow(
                item.id().value(),
                item.digest().hex(),
                item.size(),
                item.kind().name(),
                millis(dates.sent()),
                Storable.text(dates.sentAsWritten(), 200),
                millis(dates.received()),
                dates.source().name(),
                Storable.text(item.subject(), Storable.LINE),
                json(Storable.people(item.people())),
                json(Storable.threading(item.threading())),
                json(Storable.attachments(item.attachments())),
                json(Storable.coverage(item.coverage())),
                item.coverage().extent().name(),
                item.duplicateGroup().hex(),
                thread,
                revision);
    }

    static ItemRow from(ResultSet row, int number) throws SQLException {
        return new ItemRow(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                number(row, 5),
                row.getString(6),
                number(row, 7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getLong(17));
    }

    void into(PreparedStatement insert) throws SQLException {
        insert.setString(1, id);
        insert.setString(2, digest);
        insert.setLong(3, size);
        insert.setString(4, kind);
        insert.setObject(5, sent, Types.BIGINT);
        insert.setString(6, sentText);
        insert.setObject(7, received, Types.BIGINT);
        insert.setString(8, receivedSource);
        insert.setString(9, subject);
        insert.setString(10, people);
        insert.setString(11, threading);
        insert.setString(12, attachments);
        insert.setString(13, coverage);
        insert.setString(14, extent);
        insert.setString(15, duplicateGroup);
        insert.setString(16, thread);
        insert.setLong(17, revision);
    }

    Digest register() {
        return new CanonicalRow("item")
                .column("id", id)
                .column("digest", digest)
                .column("size", size)
                .column("kind", kind)
                .column("sent", sent)
                .column("sent_text", sentText)
                .column("received", received)
                .column("received_source", receivedSource)
                .column("subject", subject)
                .column("people", people)
                .column("threading", threading)
                .column("attachments", attachments)
                .column("coverage", coverage)
                .column("extent", extent)
                .column("duplicate_group", duplicateGroup)
                .digest();
    }

    RegisteredItem registered() {
        Item item = new Item(
                new ItemId(id),
                new Digest(digest),
                size,
                Kind.valueOf(kind),
                new Dates(instant(sent), sentText, instant(received), Dates.Source.valueOf(receivedSource)),
                JSON.readValue(people, Correspondents.class),
                subject,
                readThreading(),
                attachments.equals(NONE) ? List.of() : List.of(JSON.readValue(attachments, Attachment[].class)),
                coverage.equals(FULL) ? Coverage.FULL : JSON.readValue(coverage, Coverage.class),
                new Digest(duplicateGroup));
        return new RegisteredItem(item, thread, revision);
    }

    Threading readThreading() {
        return JSON.readValue(threading, Threading.class);
    }

    private static String json(Object value) {
        return Storable.text(JSON.writeValueAsString(value));
    }

    /** Times beyond what milliseconds can count are kept at the end of the scale. */
    private static @Nullable Long millis(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
