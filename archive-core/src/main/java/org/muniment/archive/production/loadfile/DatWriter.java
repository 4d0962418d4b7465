package org.muniment.archive.production.loadfile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.production.ProductionRefused;

/**
 * Writes a Concordance load file (DAT): a header, then a line for each document, each ended by CR LF; every field quoted, none
 * left out, no delimiter after the last. Byte for byte as Concordance and Relativity read it. For one thread.
 */
public final class DatWriter implements AutoCloseable {
    private static final char BOM = '\ufeff';

    private final DatDialect dialect;
    private final CharsetEncoder encoder;
    private final Writer out;

    /**
     * What could not be written as it was.
     *
     * @param what in plain words
     */
    public record Change(LoadField field, String what) {}

    /**
     * @param out closed with this
     * @param dialect UTF-8 gets a byte order mark, by which receivers know it
     */
    public DatWriter(OutputStream out, DatDialect dialect) throws IOException {
        this.dialect = dialect;
        this.encoder = dialect.charset().newEncoder();
        this.out = new java.io.BufferedWriter(new java.io.OutputStreamWriter(
                out, dialect.charset().newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)));
        if (dialect.charset().equals(StandardCharsets.UTF_8)) {
            this.out.write(BOM);
        }
        List<String> header = new ArrayList<>();
        for (LoadField field : LoadField.values()) {
            header.add(field.name());
        }
        line(header);
    }

    /**
     * Writes a document's line. A line break becomes the dialect's sign for it; that sign itself becomes {@code (R)}; other
     * control characters become spaces.
     *
     * @return what was changed thereby, for the list of exceptions; line breaks and tabs are not
     * @throws ProductionRefused when a character does not fit into the charset; nothing of the row is written then
     */
    public List<Change> write(DocumentRow row) throws IOException {
        List<Change> changes = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (LoadField field : LoadField.values()) {
            String given = row.get(field);
            String written = written(given);
            if (!written.equals(FieldText.lines(given))) {
                changes.add(new Change(field, FieldText.reason(given, dialect)));
            }
            requireFits(row, field, written);
            fields.add(written);
        }
        line(fields);
        return changes;
    }

    /** What a reader gets for a value that is written. */
    public String written(String value) {
        return FieldText.written(value, dialect);
    }

    private void requireFits(DocumentRow row, LoadField field, String value) {
        if (encoder.canEncode(value)) {
            return;
        }
        int wrong = value.codePoints()
                .filter(c -> !encoder.canEncode(Character.toString(c)))
                .findFirst()
                .orElseThrow();
        throw new ProductionRefused(String.format(
                "%s of document %s has the character %s (U+%04X), which the load file's character set %s lacks."
                        + " Produce it in UTF-8.",
                field,
                row.get(LoadField.BEGBATES),
                Character.toString(wrong),
                wrong,
                dialect.charset().name()));
    }

    private void line(List<String> fields) throws IOException {
        for (int at = 0; at < fields.size(); at++) {
            if (at > 0) {
                out.write(dialect.column());
            }
            out.write(dialect.quote());
            out.write(quoted(fields.get(at)));
            out.write(dialect.quote());
        }
        out.write("\r\n");
    }

    private String quoted(String field) {
        String quote = Character.toString(dialect.quote());
        return field.replace(quote, quote + quote).replace('\n', dialect.newline());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
