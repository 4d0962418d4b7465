package org.muniment.archive.production.loadfile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a Concordance load file is written.
 *
 * @param column between two fields
 * @param quote around a field; doubled within one
 * @param newline stands for a line break within a field
 * @param charset of a file that does not begin with a byte order mark
 */
public record DatDialect(char column, char quote, char newline, Charset charset) {
    /** What is written by default: U+0014, thorn and the registered sign, UTF-8 with a byte order mark. */
    public static final DatDialect CONCORDANCE = new DatDialect('\u0014', '\u00fe', '\u00ae', StandardCharsets.UTF_8);

    /** For receivers that can't read UTF-8: Windows code page 1252, without a byte order mark. */
    public static final DatDialect CP1252 = CONCORDANCE.in(Charset.forName("windows-1252"));

    /** The same signs in another charset. */
    public DatDialect in(Charset other) {
        return new DatDialect(column, quote, newline, other);
    }
}
