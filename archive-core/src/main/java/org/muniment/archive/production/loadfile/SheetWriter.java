package org.muniment.archive.production.loadfile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes comma-separated values for spreadsheets, RFC 4180, in UTF-8 with a byte order mark so that names are read right.
 * What a spreadsheet would take for a formula gets an apostrophe before it: a subject line must not run anything on a
 * reader's computer. For one thread.
 */
public final class SheetWriter implements AutoCloseable {
    /** Also after white space, and in the full-width forms, which some programs take for the same. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@|%\\uff1d\\uff0b\\uff0d\\uff20].*", Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private final Writer out;
    private final int columns;

    /** @param out closed with this */
    public SheetWriter(OutputStream out, List<String> columns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.columns = columns.size();
        this.out.write('\ufeff');
        line(columns);
    }

    /**
     * Writes a row.
     *
     * @throws IllegalArgumentException for one of another number of fields than the heading
     */
    public void write(List<String> fields) throws IOException {
        if (fields.size() != columns) {
            throw new IllegalArgumentException("This sheet has no rows of " + fields.size() + " fields");
        }
        line(fields);
    }

    private void line(List<String> fields) throws IOException {
        out.write(fields.stream().map(SheetWriter::quoted).collect(Collectors.joining(",")) + "\r\n");
    }

    private static String quoted(String field) {
        String plain = CONTROL.matcher(field).replaceAll(" ");
        String harmless = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
        boolean safe = harmless.chars().noneMatch(c -> c == ',' || c == '"') && harmless.equals(harmless.strip());
        return safe ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** Hands on what was written so far. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
