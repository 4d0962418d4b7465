package org.muniment.archive.item.outlook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes Outlook message files for tests (MS-OXMSG). */
public final class MsgMaker {
    private final DirectoryEntry storage;
    private final int header;
    private final List<byte[]> fixed = new ArrayList<>();
    private final List<Integer> named = new ArrayList<>();
    private int recipients;
    private int attachments;

    private MsgMaker(DirectoryEntry storage, int header) {
        this.storage = storage;
        this.header = header;
    }

    /** A file. */
    public static byte[] file(Consumer<MsgMaker> content) {
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            MsgMaker maker = new MsgMaker(ole.getRoot(), 32);
            content.accept(maker);
            maker.finish();
            maker.names();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ole.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stream(String name, byte[] bytes) {
        try {
            storage.createDocument(name, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public MsgMaker text(int id, String text) {
        stream(name(id, 0x001F), text.getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    public MsgMaker bytes(int id, byte[] bytes) {
        stream(name(id, 0x0102), bytes);
        return this;
    }

    private static String name(int id, int type) {
        return String.format(Locale.ROOT, "__substg1.0_%04X%04X", id, type);
    }

    public MsgMaker number(int id, int value) {
        fixed.add(entry(id, 0x0003).putInt(value).array());
        return this;
    }

    public MsgMaker time(int id, String instant) {
        Instant time = Instant.parse(instant);
        fixed.add(entry(id, 0x0040)
                .putLong((time.getEpochSecond() + 11_644_473_600L) * 10_000_000)
                .array());
        return this;
    }

    private static ByteBuffer entry(int id, int type) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(id << 16 | type)
                .putInt(6);
    }

    /** The number of a property of the set of appointments. */
    public int appointment(int id) {
        named.add(id);
        return 0x8000 + named.size() - 1;
    }

    public MsgMaker recipient(int type, String name, String smtp, String exchange) {
        return inner(
                String.format(Locale.ROOT, "__recip_version1.0_#%08X", recipients++),
                8,
                one -> one.number(0x0C15, type)
                        .text(0x3001, name)
                        .text(0x39FE, smtp)
                        .text(0x3003, exchange)
                        .text(0x3002, "EX"));
    }

    public MsgMaker attachment(Consumer<MsgMaker> content) {
        return inner(String.format(Locale.ROOT, "__attach_version1.0_#%08X", attachments++), 8, content);
    }

    /** What is attached, when that is a message. */
    public MsgMaker message(Consumer<MsgMaker> content) {
        return number(0x3705, 5).inner("__substg1.0_3701000D", 24, content);
    }

    private MsgMaker inner(String name, int header, Consumer<MsgMaker> content) {
        try {
            MsgMaker maker = new MsgMaker(storage.createDirectory(name), header);
            content.accept(maker);
            maker.finish();
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void finish() {
        ByteBuffer all = ByteBuffer.allocate(header + 16 * fixed.size());
        all.position(header);
        fixed.forEach(all::put);
        stream("__properties_version1.0", all.array());
    }

    private void names() throws IOException {
        MsgMaker names = new MsgMaker(storage.createDirectory("__nameid_version1.0"), 8);
        ByteBuffer guid = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(0x00062002);
        ByteBuffer entries = ByteBuffer.allocate(8 * named.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < named.size(); i++) {
            entries.putInt(named.get(i)).putShort((short) (3 << 1)).putShort((short) i);
        }
        names.bytes(0x0002, guid.array()).bytes(0x0003, entries.array()).bytes(0x0004, new byte[0]);
    }
}
