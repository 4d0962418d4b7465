package org.muniment.archive.request.letter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.RequestSteps;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes letters and keeps those that were sent, as text and as PDF, with their digests. How they are carried is up to people.
 * Changes run in the caller's transaction. Safe for many threads and processes.
 */
public final class Letters {
    private static final String ROWS =
            "select request, ordinal, kind, subject, text, text_digest, paper_digest, day, at,"
                    + " officer from request_letter where request = ?";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final RequestSteps steps;
    private final LetterTemplates templates;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every letter is noted, in the same transaction
     * @param steps where it is noted what a letter did for its request
     */
    public Letters(DataSource writer, DataSource reader, Ledger ledger, RequestSteps steps, LetterTemplates templates) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.steps = steps;
        this.templates = templates;
    }

    /** What letters are made from. */
    public LetterTemplates templates() {
        return templates;
    }

    /**
     * Writes a letter; nothing is recorded.
     *
     * @param determination the answer, for a letter that gives one; else null
     * @param given what the person says; fields of the archive in it are not heeded
     * @param signer who signs: for an extension the head of the agency or a designee
     * @param day of the letter, in the agency's zone
     * @throws RequestRefused naming what is missing, or what is wrong with the template
     */
    public Letter draft(
            RecordsRequest request,
            LetterKind kind,
            @Nullable Determination determination,
            Map<LetterField, String> given,
            Officer signer,
            LocalDate day) {
        if (kind.answers() == (determination == null)) {
            throw new RequestRefused(
                    kind.answers()
                            ? "A letter of " + kind.words() + " says whether all, some or none is handed out"
                            : "A letter of " + kind.words() + " gives no determination");
        }
        Map<LetterField, String> values = LetterWords.of(request, steps.of(request.id()), determination, signer, day);
        values.put(LetterField.LETTERHEAD, templates.letterhead());
        given.forEach((field, value) -> {
            if (field.giver() == LetterField.Giver.PERSON) {
                values.put(field, value);
            }
        });
        values.replaceAll(LetterField::tidy);
        Rules.check(kind, determination, values);
        LetterTemplate template = templates.template(kind);
        return new Letter(request.id(), kind, template.subject(values), template.body(values));
    }

    /**
     * Records that a letter was sent, and the step that it is for its request.
     *
     * @param determination the answer that the letter gives; null for one that gives none
     * @param day of the letter
     * @throws org.muniment.archive.request.RequestRefused when the request is closed, or the day can't be
     */
    public SentLetter send(
            Letter letter, @Nullable Determination determination, LocalDate day, Officer by, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        String words = letter.kind().words() + " letter";
        if (determination == null) {
            steps.take(letter.request(), letter.kind().step(), day, words, by, at);
        } else {
            steps.determine(letter.request(), determination, day, words, by, at);
        }
        byte[] paper = letter.paper(when);
        SentLetter sent = new SentLetter(
                read(writer, letter.request()).size() + 1,
                letter,
                Digest.of(letter.text().getBytes(StandardCharsets.UTF_8)),
                Digest.of(paper),
                day,
                by,
                when);
        insert(sent, paper);
        ledger.append(List.of(sent.noted()));
        return sent;
    }

    private void insert(SentLetter sent, byte[] paper) {
        Letter letter = sent.letter();
        writer.update(
                "insert into request_letter (request, ordinal, kind, subject, text, text_digest, paper, paper_digest, day,"
                        + " at, officer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number(letter.request()),
                sent.number(),
                letter.kind().name(),
                letter.subject(),
                letter.text(),
                sent.textDigest().hex(),
                paper,
                sent.paperDigest().hex(),
                sent.day().toEpochDay(),
                sent.at().toEpochMilli(),
                sent.by().name());
    }

    private static long number(RequestId request) {
        return Long.parseLong(request.value().substring(1));
    }

    /** The letters that were sent for a request, in their order. */
    public List<SentLetter> of(RequestId request) {
        return read(reader, request);
    }

    private static List<SentLetter> read(JdbcTemplate jdbc, RequestId request) {
        return jdbc.query(ROWS + " order by ordinal", (row, at) -> sent(request, row), number(request));
    }

    private static SentLetter sent(RequestId request, ResultSet row) throws SQLException {
        return new SentLetter(
                row.getInt(2),
                new Letter(request, LetterKind.valueOf(row.getString(3)), row.getString(4), row.getString(5)),
                new Digest(row.getString(6)),
                new Digest(row.getString(7)),
                LocalDate.ofEpochDay(row.getLong(8)),
                new Officer(row.getString(10)),
                Instant.ofEpochMilli(row.getLong(9)));
    }

    /** A letter that was sent, as PDF, byte for byte as it was recorded. */
    public Optional<byte[]> paper(RequestId request, int number) {
        return reader
                .query(
                        "select paper from request_letter where request = ? and ordinal = ?",
                        (row, at) -> row.getBytes(1),
                        number(request),
                        number)
                .stream()
                .findFirst();
    }
}
