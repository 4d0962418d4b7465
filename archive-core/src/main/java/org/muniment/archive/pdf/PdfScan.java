package org.muniment.archive.pdf;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.muniment.archive.pdf.PdfContents.Found;

/**
 * Reads what {@link PdfFile} wrote, line by line and stream by stream. Strict: a byte that it would not have written ends
 * the reading with an error, so that nothing is passed over.
 */
final class PdfScan {
    private static final Pattern OBJECT = Pattern.compile("(\\d+) 0 obj");
    private static final Pattern LENGTH = Pattern.compile(" /Length (\\d+)>>$");
    private static final Pattern STRING = Pattern.compile("<(feff(?:[0-9a-f]{4})*)>");
    private static final int LONGEST = 1 << 30;

    private final InputStream in;
    private final Consumer<Found> found;

    PdfScan(InputStream in, Consumer<Found> found) {
        this.in = in;
        this.found = found;
    }

    void scan() throws IOException {
        expect("%PDF-1.7");
        line();
        String line = line();
        while (!line.equals("startxref")) {
            Matcher object = OBJECT.matcher(line);
            if (!object.matches()) {
                throw new IOException("Not a file of this program: " + line);
            }
            object("object " + object.group(1));
            line = line();
        }
        line();
        expect("%%EOF");
        if (in.read() >= 0) {
            throw new IOException("The file goes on after its end");
        }
    }

    private void object(String where) throws IOException {
        String dictionary = line();
        Matcher length = LENGTH.matcher(dictionary);
        if (!length.find()) {
            throw new IOException("No length: " + where);
        }
        found.accept(new Found.Bytes(where, dictionary.getBytes(StandardCharsets.ISO_8859_1)));
        strings(where, dictionary);
        expect("stream");
        byte[] content = in.readNBytes(Integer.parseInt(length.group(1)));
        expect("");
        expect("endstream");
        expect("endobj");
        byte[] plain = dictionary.contains("/FlateDecode") ? inflated(content, where) : content;
        found.accept(new Found.Bytes(where, plain));
        if (dictionary.contains("/Type /ObjStm")) {
            strings(where, new String(plain, StandardCharsets.ISO_8859_1));
        }
    }

    private void strings(String where, String objects) {
        Matcher string = STRING.matcher(objects);
        while (string.find()) {
            byte[] text = HexFormat.of().parseHex(string.group(1));
            found.accept(new Found.Text(where, new String(text, 2, text.length - 2, StandardCharsets.UTF_16BE)));
        }
    }

    private static byte[] inflated(byte[] content, String where) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length * 4);
        byte[] buffer = new byte[1 << 16];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished() || plain.size() > LONGEST) {
                    throw new IOException("A stream is cut off or too long: " + where);
                }
                plain.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            throw new IOException("A stream is damaged: " + where, e);
        } finally {
            inflater.end();
        }
        return plain.toByteArray();
    }

    private void expect(String line) throws IOException {
        String read = line();
        if (!read.equals(line)) {
            throw new IOException("Not a file of this program: " + read);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("The file is cut off");
            }
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
