package org.muniment.archive.pdf;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what {@link PdfFile} wrote, stream by stream from begin to end. Strict: a byte that it would not have written ends
 * the reading with an error, so that nothing is passed over.
 */
final class PdfScan {
    private static final Pattern OBJECT = Pattern.compile("(\\d+) 0 obj");
    private static final Pattern LENGTH = Pattern.compile(" /Length (\\d+)>>$");
    private static final Pattern PACK = Pattern.compile("/Type /ObjStm /N (\\d+) /First (\\d+)");
    private static final int LONGEST = 1 << 30;

    private final InputStream in;
    private final Visitor visitor;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 16);

    /** Is told what is found, in the order of the file. */
    interface Visitor {
        /** Whether a stream is to be inflated and told, and the objects that are packed in it. */
        boolean wants(int number, String dictionary);

        /** An object that is no stream. */
        void object(int number, String object) throws IOException;

        /** A stream. @param content inflated, if it was deflated */
        void stream(int number, String dictionary, byte[] content) throws IOException;
    }

    PdfScan(InputStream in, Visitor visitor) {
        this.in = in;
        this.visitor = visitor;
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
            object(Integer.parseInt(object.group(1)));
            line = line();
        }
        line();
        expect("%%EOF");
        if (in.read() >= 0) {
            throw new IOException("The file goes on after its end");
        }
    }

    private void object(int number) throws IOException {
        String dictionary = line();
        Matcher length = LENGTH.matcher(dictionary);
        if (!length.find()) {
            throw new IOException("No length: object " + number);
        }
        expect("stream");
        byte[] content = in.readNBytes(Integer.parseInt(length.group(1)));
        expect("");
        expect("endstream");
        expect("endobj");
        if (!visitor.wants(number, dictionary)) {
            return;
        }
        byte[] plain = dictionary.contains("/FlateDecode") ? inflated(content, number) : content;
        visitor.stream(number, dictionary, plain);
        Matcher pack = PACK.matcher(dictionary);
        if (pack.find()) {
            unpack(plain, Integer.parseInt(pack.group(1)), Integer.parseInt(pack.group(2)));
        }
    }

    private void unpack(byte[] pack, int objects, int first) throws IOException {
        String text = new String(pack, StandardCharsets.ISO_8859_1);
        int[] numbers = new int[objects];
        int[] offsets = new int[objects + 1];
        StringTokenizer index = new StringTokenizer(text.substring(0, first));
        for (int at = 0; at < objects; at++) {
            numbers[at] = Integer.parseInt(index.nextToken());
            offsets[at] = first + Integer.parseInt(index.nextToken());
        }
        offsets[objects] = text.length();
        for (int at = 0; at < objects; at++) {
            visitor.object(numbers[at], text.substring(offsets[at], offsets[at + 1]));
        }
    }

    private byte[] inflated(byte[] content, int number) throws IOException {
        plain.reset();
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished() || plain.size() > LONGEST) {
                    throw new IOException("A stream is cut off or too long: object " + number);
                }
                plain.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            throw new IOException("A stream is damaged: object " + number, e);
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
