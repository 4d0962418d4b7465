package org.muniment.archive.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What makes the file PDF/A-2u (ISO 19005-2): metadata that say so, and what its colours mean. */
record Conformance(String title, String language, Instant made) {
    private static final String PROGRAM = "Muniment";
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Writes the catalog of a finished document, and ends the file.
     *
     * @param further entries of the catalog; empty for none
     */
    void finish(PdfFile file, int pages, int structure, String further) throws IOException {
        int catalog = file.allocate();
        int info = file.allocate();
        int metadata = file.allocate();
        file.plainStream(metadata, "/Type /Metadata /Subtype /XML", xmp().getBytes(StandardCharsets.UTF_8));
        int colours = file.allocate();
        file.stream(colours, "/N 3", ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        file.write(
                info,
                "<</Title " + PdfFile.string(Passage.plain(title)) + " /Producer " + PdfFile.string(PROGRAM)
                        + " /CreationDate (" + PDF_DATE.format(made) + ") /ModDate ("
                        + PDF_DATE.format(made) + ")>>");
        file.write(
                catalog,
                "<</Type /Catalog /Version /1.7 /Pages " + pages + " 0 R /StructTreeRoot " + structure
                        + " 0 R /MarkInfo <</Marked true>> /Lang " + PdfFile.string(language)
                        + " /ViewerPreferences <</DisplayDocTitle true>> /Metadata " + metadata
                        + " 0 R" + further
                        + " /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                        + " /Info (sRGB IEC61966-2.1) /DestOutputProfile " + colours + " 0 R>>]>>");
        file.finish(catalog, info);
    }

    private String xmp() {
        Instant second = made.truncatedTo(ChronoUnit.SECONDS);
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                  xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdfaid:part>2</pdfaid:part>
                <pdfaid:conformance>U</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdf:Producer>%s</pdf:Producer>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(escaped(title), language, second, second, PROGRAM);
    }

    private static String escaped(String text) {
        return Passage.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\p{Cs}\\x{FFFE}\\x{FFFF}]", "\ufffd");
    }
}
