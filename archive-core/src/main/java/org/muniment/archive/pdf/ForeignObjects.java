package org.muniment.archive.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;

/** Brings pages that our own renderer made into the file, as drawings: with their fonts and pictures, and nothing else. */
final class ForeignObjects {
    private static final Set<COSName> LEFT_OUT = Set.of(
            COSName.PARENT, COSName.STRUCT_PARENTS, COSName.METADATA, COSName.getPDFName("PieceInfo"), COSName.LENGTH);

    private final PdfFile file;
    private final Map<COSBase, Integer> written = new IdentityHashMap<>();

    ForeignObjects(PdfFile file) {
        this.file = file;
    }

    /** Writes a page as a drawing as large as its media box; returns its number. */
    int drawing(PDPage page) throws IOException {
        byte[] content;
        try (InputStream in = page.getContents()) {
            content = in.readAllBytes();
        }
        String resources = text(page.getResources().getCOSObject());
        int number = file.allocate();
        file.stream(
                number,
                "/Type /XObject /Subtype /Form /BBox [0 0 " + page.getMediaBox().getWidth() + " "
                        + page.getMediaBox().getHeight() + "] /Resources " + resources,
                content);
        return number;
    }

    private String text(COSBase base) throws IOException {
        return switch (base) {
            case COSObject reference -> referred(reference);
            case COSStream stream -> stream(stream) + " 0 R";
            case COSDictionary dictionary -> "<<" + entries(dictionary) + ">>";
            case COSArray array -> array(array);
            case COSName name -> name(name);
            case COSString string -> "<" + HexFormat.of().formatHex(string.getBytes()) + ">";
            case COSNumber number -> number(number);
            case COSBoolean truth -> truth.getValue() ? "true" : "false";
            default -> "null";
        };
    }

    private String referred(COSObject reference) throws IOException {
        COSBase object = reference.getObject() == null ? COSNull.NULL : reference.getObject();
        if (object instanceof COSStream stream) {
            return stream(stream) + " 0 R";
        }
        if (!(object instanceof COSDictionary) && !(object instanceof COSArray)) {
            return text(object);
        }
        Integer known = written.get(object);
        if (known == null) {
            known = file.allocate();
            written.put(object, known);
            file.write(known, text(object));
        }
        return known + " 0 R";
    }

    private int stream(COSStream stream) throws IOException {
        Integer known = written.get(stream);
        if (known == null) {
            known = file.allocate();
            written.put(stream, known);
            try (InputStream in = stream.createRawInputStream()) {
                file.plainStream(known, entries(stream), in.readAllBytes());
            }
        }
        return known;
    }

    private String entries(COSDictionary dictionary) throws IOException {
        StringBuilder entries = new StringBuilder();
        List<COSName> names = new ArrayList<>(dictionary.keySet());
        names.sort(null);
        for (COSName name : names) {
            COSBase value = dictionary.getItem(name);
            if (COSName.TO_UNICODE.equals(name) && dictionary.getDictionaryObject(name) instanceof COSStream map) {
                entries.append("/ToUnicode ").append(meanings(map)).append(" 0 R ");
            } else if (COSName.FONT.equals(name)
                    && dictionary.getDictionaryObject(name) instanceof COSDictionary fonts) {
                // In place, where who reads the file again looks for it.
                entries.append("/Font <<").append(entries(fonts)).append(">> ");
            } else if (!LEFT_OUT.contains(name) && value != null) {
                entries.append(name(name)).append(' ').append(text(value)).append(' ');
            }
        }
        return entries.toString();
    }

    /** Joined forms of Arabic letters mean the letters. */
    private int meanings(COSStream map) throws IOException {
        Integer known = written.get(map);
        if (known == null) {
            known = file.allocate();
            written.put(map, known);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (InputStream in = map.createInputStream()) {
                in.transferTo(bytes);
            }
            SortedMap<Integer, String> meanings = CodeMeanings.read(bytes.toByteArray());
            meanings.replaceAll((code, text) -> meaning(text));
            file.stream(known, "", CodeMeanings.written(meanings));
        }
        return known;
    }

    private static String meaning(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean form = first >= '\ufb1d' && first <= '\ufdff' || first >= '\ufe70' && first < '\ufeff';
        String letters = form ? Normalizer.normalize(text, Normalizer.Form.NFKC).strip() : text;
        // Readers turn the letters of a line round: those of a ligature, too.
        boolean ligature = first >= '\ufef5' && first <= '\ufefc';
        return ligature ? new StringBuilder(letters).reverse().toString() : letters;
    }

    private String array(COSArray array) throws IOException {
        StringBuilder items = new StringBuilder("[");
        for (int at = 0; at < array.size(); at++) {
            COSBase item = array.get(at);
            items.append(item == null ? "null" : text(item)).append(' ');
        }
        return items.append(']').toString();
    }

    private static String number(COSNumber number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (number) {
            case COSFloat real -> real.writePDF(bytes);
            default -> bytes.writeBytes(Long.toString(number.longValue()).getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static String name(COSName name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        name.writePDF(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
