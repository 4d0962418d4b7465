/**
 * Official documents on paper size, as PDF/A-2u (ISO 19005-2) with tags for screen readers: what a county office can file
 * for decades and anyone can open. A bottom room: it knows nobody, and nobody else knows PDFBox.
 *
 * <p>A {@link org.muniment.archive.pdf.Document} is a value: headings, paragraphs, facts, tables. The
 * {@link org.muniment.archive.pdf.PdfWriter} sets it and writes it as it goes, so that a list of any length needs the
 * memory of a few pages; the same document gives the same bytes.
 */
@NullMarked
package org.muniment.archive.pdf;

import org.jspecify.annotations.NullMarked;
