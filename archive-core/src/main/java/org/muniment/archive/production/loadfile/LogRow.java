package org.muniment.archive.production.loadfile;

import java.util.List;
import org.muniment.archive.production.BatesRange;

/** A line of a log. No line may hold what is withheld: that is the caller's to see to. */
public sealed interface LogRow {
    /** Its fields, in the order of the columns. */
    List<String> fields();

    /**
     * Something withheld or redacted.
     *
     * @param number of the line, from 1
     * @param pages where it would stand, or where its placeholder stands
     * @param date of the record, as people write it; empty when unknown
     * @param type Email, Attachment and so on
     * @param author with title
     * @param recipients with their roles, attorneys marked
     * @param description without revealing the content
     * @param basis the section, or the privilege
     * @param redacted true when only part of it is withheld
     * @param family first number of the message it belongs to
     */
    record Withheld(
            long number,
            BatesRange pages,
            String date,
            String type,
            String author,
            String recipients,
            String description,
            String basis,
            boolean redacted,
            String family)
            implements LogRow {
        static final List<String> COLUMNS = List.of(
                "LOGNO",
                "BATES",
                "DATE",
                "TYPE",
                "AUTHOR",
                "RECIPIENTS",
                "DESCRIPTION",
                "BASIS",
                "PAGES",
                "WITHHELD OR REDACTED",
                "FAMILY");

        @Override
        public List<String> fields() {
            return List.of(
                    Long.toString(number),
                    pages.toString(),
                    date,
                    type,
                    author,
                    recipients,
                    description,
                    basis,
                    Long.toString(pages.pages()),
                    redacted ? "REDACTED" : "WITHHELD",
                    family);
        }
    }

    /**
     * Something that is not in the production as it was.
     *
     * @param bates the document's first number, or what else names it
     * @param file which file of it, or which field
     * @param reason in plain words
     */
    record Exceptional(String bates, String file, String reason) implements LogRow {
        @Override
        public List<String> fields() {
            return List.of(bates, file, reason);
        }
    }

    /**
     * A document in the contents.
     *
     * @param title as released: masked where it holds what is withheld
     */
    record Entry(BatesRange pages, String type, String date, String from, String title) implements LogRow {
        @Override
        public List<String> fields() {
            return List.of(pages.first().toString(), pages.last().toString(), type, date, from, title);
        }
    }
}
