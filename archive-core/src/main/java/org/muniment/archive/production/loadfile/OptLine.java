package org.muniment.archive.production.loadfile;

import java.util.regex.Pattern;
import org.muniment.archive.production.BatesNumber;

/**
 * A page as an Opticon load file has it.
 *
 * @param page its number
 * @param volume {@code VOL001}
 * @param path of its image or of its document's PDF, relative, with backslashes; no comma
 * @param pages of the document, on its first page; 0 on the others
 */
public record OptLine(BatesNumber page, String volume, String path, long pages) {
    private static final Pattern PLAIN = Pattern.compile("[^,\"\\p{Cntrl}]+");

    public OptLine {
        if (!PLAIN.matcher(volume).matches() || !PLAIN.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "A volume or path in an Opticon file has no comma, quote or line break: " + volume + ", " + path);
        }
        if (pages < 0) {
            throw new IllegalArgumentException("A document has no " + pages + " pages");
        }
    }

    /** Whether a document begins with it. */
    public boolean beginsDocument() {
        return pages > 0;
    }
}
