/**
 * Official documents on paper size, as PDF/A-2u (ISO 19005-2) with tags for screen readers: what a county office can file
 * for decades and anyone can open. A bottom room: it knows nobody, and nobody else knows PDFBox.
 *
 * <p>A {@link org.muniment.archive.pdf.Document} is a value: headings, paragraphs, facts, tables. The
 * {@link org.muniment.archive.pdf.PdfWriter} sets it and writes it as it goes, so that a list of any length needs the
 * memory of a few pages; the same document gives the same bytes.
 *
 * <p>A {@link org.muniment.archive.pdf.BundleWriter} sets {@link org.muniment.archive.pdf.Paper}s one after the other: mail as
 * text or HTML, pages of foreign PDFs, pictures; each page with its {@link org.muniment.archive.pdf.Stamp}. What a
 * {@link org.muniment.archive.pdf.Mask}, a {@link org.muniment.archive.pdf.Strike} or a {@link org.muniment.archive.pdf.Run.Box}
 * hides is not in the file; {@link org.muniment.archive.pdf.PdfContents} reads it back for who wants to be sure.
 */
@NullMarked
package org.muniment.archive.pdf;

import org.jspecify.annotations.NullMarked;
