package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which side of a photograph is up, as the camera noted it (Exif 2.32, tag 0x0112, in a JPEG's APP1). */
final class Orientation {
    private static final int HEAD = 128 << 10;
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** 1 to 8; 1 where nothing is noted. */
    static int of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(ByteBuffer.wrap(in.readNBytes(HEAD)));
        }
    }

    private static int of(ByteBuffer jpeg) {
        if (jpeg.limit() < 4 || jpeg.getShort(0) != (short) 0xffd8) {
            return UPRIGHT;
        }
        int at = 2;
        while (at + 10 < jpeg.limit() && (jpeg.get(at) & 0xff) == 0xff) {
            int marker = jpeg.get(at + 1) & 0xff;
            int length = jpeg.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && named(jpeg, at + 4)) {
                int end = Math.min(jpeg.limit(), at + 2 + length);
                return noted(jpeg.slice(at + 10, Math.max(0, end - at - 10)));
            }
            if (marker == 0xda || length < 2) {
                return UPRIGHT;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean named(ByteBuffer jpeg, int at) {
        byte[] name = new byte[4];
        jpeg.get(at, name);
        return new String(name, StandardCharsets.US_ASCII).equals("Exif");
    }

    private static int noted(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries && directory + 14 + 12 * entry <= tiff.limit(); entry++) {
            int at = directory + 2 + 12 * entry;
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
