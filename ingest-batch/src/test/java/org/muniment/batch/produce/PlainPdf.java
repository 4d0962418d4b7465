package org.muniment.batch.produce;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A PDF of one page with lines of text, written by hand. */
final class PlainPdf {
    private PlainPdf() {}

    static byte[] of(String... lines) {
        StringBuilder content = new StringBuilder("BT /F1 14 Tf 40 TL 72 700 Td ");
        for (String line : lines) {
            content.append('(').append(line).append(") Tj T* ");
        }
        return written(List.of(
                        "<</Type /Catalog /Pages 2 0 R>>",
                        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                                + " /Resources <</Font <</F1 5 0 R>>>>>>",
                        "<</Length " + (content.length() + 2) + ">>\nstream\n" + content + "ET\nendstream",
                        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A file of these objects, of which the first is its catalog. */
    static String written(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder places = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = pdf.length();
        return pdf.append(places)
                .append("trailer\n<</Size " + (objects.size() + 1) + " /Root 1 0 R"
                        + (objects.size() > 7 ? " /Info 8 0 R" : "") + ">>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString();
    }
}
