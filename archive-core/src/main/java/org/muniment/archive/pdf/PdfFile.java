package org.muniment.archive.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The objects of a PDF file (ISO 32000-1 §7.5), written as they come: only their places are remembered. Small objects are
 * packed into object streams. The file's id is a hash of its content, so that equal content is equal to the byte.
 */
final class PdfFile {
    /** Objects in one object stream: a balance of a reader's effort and the file's size. */
    private static final int PACK = 400;

    private static final int ENTRY = 9;
    private static final byte PLAIN = 1;
    private static final byte PACKED = 2;

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final StringBuilder packed = new StringBuilder();
    private final StringBuilder index = new StringBuilder();
    private int inPack;
    private int pack;
    private long position;
    private int last;
    /** By object: how it is kept (1 byte), where (6 bytes: offset or pack), and its number in the pack (2 bytes). */
    private ByteBuffer places = ByteBuffer.allocate(1024 * ENTRY);

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A number for an object that is written later. */
    int allocate() {
        return ++last;
    }

    /** Writes an object that is no stream. */
    void write(int number, CharSequence object) throws IOException {
        if (inPack == 0) {
            pack = allocate();
        }
        place(number, PACKED, pack, inPack++);
        index.append(number).append(' ').append(packed.length()).append(' ');
        packed.append(object).append('\n');
        if (inPack == PACK) {
            closePack();
        }
    }

    private void closePack() throws IOException {
        if (inPack > 0) {
            String entries = "/Type /ObjStm /N " + inPack + " /First " + index.length();
            stream(pack, entries, index.append(packed).toString().getBytes(StandardCharsets.ISO_8859_1));
            inPack = 0;
            index.setLength(0);
            packed.setLength(0);
        }
    }

    /** Writes a stream, compressed; {@code entries} are those of its dictionary besides length and filter. */
    void stream(int number, String entries, byte[] content) throws IOException {
        plainStream(number, entries + " /Filter /FlateDecode", deflated(content));
    }

    /** Writes a stream as it is: for metadata, which must be found without decompressing. */
    void plainStream(int number, String entries, byte[] content) throws IOException {
        place(number, PLAIN, position, 0);
        text(number + " 0 obj\n<<" + entries + " /Length " + content.length + ">>\nstream\n");
        raw(content);
        text("\nendstream\nendobj\n");
    }

    static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3 + 64);
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes, deflater)) {
            deflating.write(content);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** Writes what is left and the table of all places. */
    void finish(int catalog, int info) throws IOException {
        closePack();
        int table = allocate();
        place(table, PLAIN, position, 0);
        long start = position;
        String id = "<" + HexFormat.of().formatHex(digest.digest(), 0, 16) + ">";
        String entries = "/Type /XRef /Size " + (last + 1) + " /W [1 6 2] /Root " + catalog + " 0 R /Info " + info
                + " 0 R /ID [" + id + id + "]";
        byte[] content = Arrays.copyOf(places.array(), (last + 1) * ENTRY);
        content[7] = (byte) 0xff;
        content[8] = (byte) 0xff;
        stream(table, entries, content);
        text("startxref\n" + start + "\n%%EOF\n");
    }

    private void place(int number, byte kind, long where, int within) {
        while (places.capacity() < (number + 1) * ENTRY) {
            places = ByteBuffer.wrap(Arrays.copyOf(places.array(), places.capacity() * 2));
        }
        places.put(number * ENTRY, kind);
        places.putShort(number * ENTRY + 1, (short) (where >>> 32));
        places.putInt(number * ENTRY + 3, (int) where);
        places.putShort(number * ENTRY + 7, (short) within);
    }

    private void text(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        digest.update(bytes);
        position += bytes.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A text string for dictionaries, UTF-16 in hexadecimal. */
    static String string(String text) {
        return "<feff" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
