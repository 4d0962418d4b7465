package org.muniment.archive.item.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small TNEF streams (MS-OXTNEF 2.1.3). */
final class Tnef {
    private static final int RENDERING = 0x00069002;
    private static final int TITLE = 0x00018010;
    private static final int DATA = 0x0006800f;

    private Tnef() {}

    static byte[] withFile(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223e9f78).putShort((short) 1).array());
        attribute(out, RENDERING, new byte[14]);
        attribute(out, TITLE, (name + "\0").getBytes(StandardCharsets.US_ASCII));
        attribute(out, DATA, content);
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int id, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        out.write(2);
        out.writeBytes(little(8).putInt(id).putInt(data.length).array());
        out.writeBytes(data);
        out.writeBytes(little(2).putShort((short) sum).array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
