package org.muniment.archive.production.loadfile;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Concordance load files (DAT), ours and others': by state, never by line. Fields may be quoted or not, records may end
 * with LF, CR or both, a record may have a delimiter after its last field. For one thread.
 */
public final class DatReader implements AutoCloseable {
    private static final int END = -1;
    private static final int BOM_LENGTH = 3;
    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final DatDialect dialect;
    private final Reader in;
    private long record;
    private int ahead;

    /**
     * @param in closed with this
     * @param dialect its charset counts where the file does not begin with a byte order mark
     */
    public DatReader(InputStream in, DatDialect dialect) throws IOException {
        this.dialect = dialect;
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(BOM_LENGTH);
        boolean marked = Arrays.equals(bytes.readNBytes(BOM_LENGTH), BOM);
        if (!marked) {
            bytes.reset();
        }
        Charset charset = marked ? StandardCharsets.UTF_8 : dialect.charset();
        this.in = new BufferedReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.ahead = this.in.read();
    }

    /**
     * The fields of the next record, the header's first; empty at the end. Empty lines are passed over.
     *
     * @throws LoadFileMalformed when a quote is not closed, or text follows one
     */
    public Optional<List<String>> next() throws IOException {
        while (ahead == '\r' || ahead == '\n') {
            ahead = in.read();
        }
        if (ahead == END) {
            return Optional.empty();
        }
        record++;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (ahead == dialect.column()) {
            ahead = in.read();
            fields.add(field());
        }
        return Optional.of(fields);
    }

    /** A field, up to the delimiter or line's end after it, which stays {@link #ahead}. */
    private String field() throws IOException {
        if (ahead != dialect.quote()) {
            return unquoted();
        }
        StringBuilder field = new StringBuilder();
        ahead = in.read();
        while (!closed()) {
            if (ahead == END) {
                throw new LoadFileMalformed(record, "A quote is not closed");
            }
            field.append(ahead == dialect.newline() ? '\n' : (char) ahead);
            ahead = in.read();
        }
        if (!ends(ahead)) {
            throw new LoadFileMalformed(record, "Text follows a closing quote");
        }
        return field.toString();
    }

    /** Whether the field's closing quote was passed; a doubled one is passed by half, and the other half is text. */
    private boolean closed() throws IOException {
        if (ahead != dialect.quote()) {
            return false;
        }
        ahead = in.read();
        return ahead != dialect.quote();
    }

    private String unquoted() throws IOException {
        StringBuilder field = new StringBuilder();
        while (!ends(ahead)) {
            field.append(ahead == dialect.newline() ? '\n' : (char) ahead);
            ahead = in.read();
        }
        return field.toString();
    }

    private boolean ends(int c) {
        return c == dialect.column() || c == '\r' || c == '\n' || c == END;
    }

    /**
     * Reads a whole file of ours.
     *
     * @throws LoadFileMalformed when a column is none of ours, or a record has other fields than the header
     */
    public List<DocumentRow> documents() throws IOException {
        List<LoadField> columns = new ArrayList<>();
        for (String name : withoutTrailing(next().orElse(List.of()), 0)) {
            columns.add(column(name));
        }
        List<DocumentRow> rows = new ArrayList<>();
        for (Optional<List<String>> line = next(); line.isPresent(); line = next()) {
            List<String> fields = withoutTrailing(line.get(), columns.size());
            if (fields.size() != columns.size()) {
                throw new LoadFileMalformed(
                        record, "It has " + fields.size() + " fields, the header has " + columns.size());
            }
            Map<LoadField, String> values = new EnumMap<>(LoadField.class);
            for (int at = 0; at < fields.size(); at++) {
                values.put(columns.get(at), fields.get(at));
            }
            rows.add(new DocumentRow(values));
        }
        return rows;
    }

    private LoadField column(String name) {
        try {
            return LoadField.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new LoadFileMalformed(record, "There is no field " + name);
        }
    }

    /** @param wanted how many fields there should be; 0 for any number */
    private static List<String> withoutTrailing(List<String> fields, int wanted) {
        boolean trailing = !fields.isEmpty() && fields.getLast().isEmpty() && fields.size() != wanted;
        return trailing ? fields.subList(0, fields.size() - 1) : fields;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
