package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV text (RFC 4180): fields with commas, quotes and line ends in quotes, a byte order mark left out. */
final class CsvRows {
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private boolean quoted;

    private CsvRows(String text) {
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    static List<List<String>> of(String text) {
        CsvRows rows = new CsvRows(text);
        rows.read();
        return rows.rows;
    }

    private void read() {
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (quoted) {
                at = inQuotes(at, here);
            } else if (here == '"' && field.isEmpty()) {
                quoted = true;
            } else if (here == ',') {
                endField();
            } else if (here == '\n' || here == '\r') {
                endRow();
            } else {
                field.append(here);
            }
        }
        if (quoted) {
            throw new ReviewRefused("The roster ends within a quoted field");
        }
        endRow();
    }

    private int inQuotes(int at, char here) {
        if (here != '"') {
            field.append(here);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            field.append('"');
            return at + 1;
        } else {
            quoted = false;
        }
        return at;
    }

    private void endField() {
        row.add(field.toString().strip());
        field.setLength(0);
    }

    private void endRow() {
        endField();
        if (row.stream().anyMatch(value -> !value.isEmpty())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
