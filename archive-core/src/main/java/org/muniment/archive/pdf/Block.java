package org.muniment.archive.pdf;

import java.nio.file.Path;
import java.util.List;

/** One part of a document. Texts are plain; what the font can't show is shown as a replacement character. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 for the document's title, 2 for its parts; nothing else
     */
    record Heading(int level, List<Run> runs) implements Block {
        public Heading {
            runs = List.copyOf(runs);
            if (level != 1 && level != 2) {
                throw new IllegalArgumentException("Headings are of level 1 or 2, not " + level);
            }
        }

        public Heading(int level, String text) {
            this(level, Run.words(text));
        }
    }

    /** Running text. */
    record Paragraph(String text) implements Block {}

    /**
     * Text as somebody wrote it, with its line breaks; lines that are too long are wrapped.
     *
     * @param fixed whether spaces, tabs and signs of quotation ({@code >}) at the begin of lines are kept as they are: mail
     *     and other plain text. A text whose columns are made of spaces is set in letters of one width
     */
    record Prose(List<Run> runs, boolean fixed) implements Block {
        public Prose {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A picture within text, no larger than the page; one that can't be drawn is named instead.
     *
     * @param altText what it shows
     */
    record Picture(Path image, String altText) implements Block {}

    /** Named facts, one under the other. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One named fact. */
    record Fact(String name, List<Run> value) {
        public Fact {
            value = List.copyOf(value);
        }

        public Fact(String name, String value) {
            this(name, Run.words(value));
        }
    }

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
     * A table whose rows lead to papers of the same bundle: its contents.
     *
     * @param columns at least one; the first is what is clicked on
     * @param entries read once, in order
     */
    record Contents(List<Column> columns, Iterable<Entry> entries) implements Block {
        public Contents {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row of the contents.
     *
     * @param paper {@link SetPaper#number} of where it leads
     */
    record Entry(int paper, List<String> cells) {
        public Entry {
            cells = List.copyOf(cells);
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
