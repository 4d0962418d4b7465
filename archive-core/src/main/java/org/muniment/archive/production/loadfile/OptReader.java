package org.muniment.archive.production.loadfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.muniment.archive.production.BatesNumber;

/** Reads an Opticon load file as {@link OptWriter} writes it. For one thread. */
public final class OptReader implements AutoCloseable {
    private static final int COLUMNS = 7;

    private final BufferedReader in;
    private long record;
    private long left;

    /** @param in closed with this */
    public OptReader(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /**
     * The next page; empty at the end.
     *
     * @throws LoadFileMalformed when it is none, or a document has other pages than its first line says
     */
    public Optional<OptLine> next() throws IOException {
        String line = in.readLine();
        if (line == null) {
            require(left == 0, left + " pages are missing");
            return Optional.empty();
        }
        record++;
        String[] columns = line.split(",", -1);
        require(columns.length == COLUMNS, "A page has " + COLUMNS + " columns, not " + columns.length);
        long pages = pages(columns[3], columns[6]);
        require(pages > 0 == (left == 0), "A document begins at the wrong page");
        left = pages > 0 ? pages - 1 : left - 1;
        try {
            return Optional.of(new OptLine(BatesNumber.parse(columns[0]), columns[1], columns[2], pages));
        } catch (IllegalArgumentException wrong) {
            throw new LoadFileMalformed(record, String.valueOf(wrong.getMessage()));
        }
    }

    private long pages(String begins, String count) {
        if (begins.isEmpty() && count.isEmpty()) {
            return 0;
        }
        require(begins.equals("Y") && count.matches("[1-9][0-9]{0,8}"), "A document begins with Y and its page count");
        return Long.parseLong(count);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new LoadFileMalformed(record, what);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
