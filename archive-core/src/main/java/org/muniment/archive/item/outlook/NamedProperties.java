package org.muniment.archive.item.outlook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;

/** Which number a named property has in a {@code .msg} file (MS-OXMSG 2.2.3). */
final class NamedProperties {
    /** Property sets by the first part of their GUID (MS-OXPROPS 1.3.2). */
    static final int APPOINTMENT = 0x00062002;

    static final int TASK = 0x00062003;
    static final int ADDRESS = 0x00062004;
    static final int COMMON = 0x00062008;
    static final int LOG = 0x0006200A;

    /** A number that no property has. */
    static final int NONE = -1;

    private static final int ENTRY = 8;
    private static final int GUID = 16;

    private final Map<String, Integer> ids = new HashMap<>();

    /** @param storage {@code __nameid_version1.0} */
    NamedProperties(DirectoryEntry storage) {
        Properties streams = new Properties(storage, 8, "windows-1252");
        byte[] guids = streams.stream("__substg1.0_00020102").orElse(new byte[0]);
        byte[] entries = streams.stream("__substg1.0_00030102").orElse(new byte[0]);
        byte[] names = streams.stream("__substg1.0_00040102").orElse(new byte[0]);
        ByteBuffer buffer = ByteBuffer.wrap(entries).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= ENTRY) {
            int what = buffer.getInt();
            int kind = buffer.getShort() & 0xffff;
            int id = 0x8000 + (buffer.getShort() & 0xffff);
            String key = (kind & 1) == 1 ? name(names, what) : key(set(guids, kind >> 1), what);
            ids.putIfAbsent(key, id);
        }
    }

    NamedProperties() {}

    private static int set(byte[] guids, int index) {
        int from = (index - 3) * GUID;
        return from < 0 || from + GUID > guids.length
                ? index
                : ByteBuffer.wrap(guids).order(ByteOrder.LITTLE_ENDIAN).getInt(from);
    }

    private static String name(byte[] names, int offset) {
        if (offset < 0 || offset + 4 > names.length) {
            return "";
        }
        int length = ByteBuffer.wrap(names).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
        int end = Math.clamp((long) offset + 4 + length, offset + 4, names.length);
        return new String(names, offset + 4, end - offset - 4, StandardCharsets.UTF_16LE).toLowerCase(Locale.ROOT);
    }

    private static String key(int set, int id) {
        return set + ":" + id;
    }

    /** The number of a property of a set; {@link #NONE} when the file does not use it. */
    int id(int set, int id) {
        return ids.getOrDefault(key(set, id), NONE);
    }

    /** The number of a property that has a name. */
    int id(String name) {
        return ids.getOrDefault(name.toLowerCase(Locale.ROOT), NONE);
    }
}
