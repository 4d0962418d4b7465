package org.muniment.archive.pdf;

import java.util.List;

/** One part of a document. Texts are plain; what the font can't show is shown as a replacement character. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 for the document's title, 2 for its parts; nothing else
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level != 1 && level != 2) {
                throw new IllegalArgumentException("Headings are of level 1 or 2, not " + level);
            }
        }
    }

    /** Running text. */
    record Paragraph(String text) implements Block {}

    /** Named facts, one under the other. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One named fact. */
    record Fact(String name, String value) {}

    /**
     * A table. Its headings are repeated on every page.
     *
     * @param columns at least one
     * @param rows each with a cell for every column; read once, in order, while the table is set
     * @param print size of its letters
     */
    record Table(List<Column> columns, Iterable<List<String>> rows, Print print) implements Block {
        public Table {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A table has columns");
            }
        }
    }

    /**
     * A column.
     *
     * @param heading its name
     * @param share of the width, in relation to the other columns'; more than 0
     * @param numeric whether it holds numbers, which are set to the right
     */
    record Column(String heading, double share, boolean numeric) {
        public Column {
            if (!(share > 0)) {
                throw new IllegalArgumentException("A column has a width");
            }
        }

        /** A column of words. */
        public static Column words(String heading, double share) {
            return new Column(heading, share, false);
        }

        /** A column of numbers. */
        public static Column numbers(String heading, double share) {
            return new Column(heading, share, true);
        }
    }

    /** How large a table's letters are. */
    enum Print {
        /** As in tables people read. */
        NORMAL,
        /** As in long lists, where a SHA-256 fits on a line. */
        SMALL
    }

    /** Lines to sign on, each with what stands under it and a place for the date. */
    record Signatures(List<String> under) implements Block {
        public Signatures {
            under = List.copyOf(under);
        }
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}
}
