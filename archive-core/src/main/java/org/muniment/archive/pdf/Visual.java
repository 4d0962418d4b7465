package org.muniment.archive.pdf;

import com.ibm.icu.lang.UCharacter;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Puts a line's characters in the order in which they are drawn; a letter's marks stay behind it. */
final class Visual {
    /** A character with its marks. */
    private record Cluster(int[] signs) {}

    private Visual() {}

    static int[] order(int[] signs, Bidi line) {
        List<Cluster> clusters = new ArrayList<>();
        List<Byte> levels = new ArrayList<>();
        int offset = 0;
        int at = 0;
        while (at < signs.length) {
            int level = line.getLevelAt(offset);
            int end = at + 1;
            offset += length(signs[at]);
            while (end < signs.length && isMark(signs[end])) {
                offset += length(signs[end++]);
            }
            clusters.add(cluster(signs, at, end, level % 2 == 1));
            levels.add((byte) level);
            at = end;
        }
        return drawn(clusters, levels, signs.length);
    }

    private static int[] drawn(List<Cluster> clusters, List<Byte> levels, int length) {
        byte[] level = new byte[levels.size()];
        for (int at = 0; at < level.length; at++) {
            level[at] = levels.get(at);
        }
        Object[] ordered = clusters.toArray();
        Bidi.reorderVisually(level, 0, ordered, 0, ordered.length);
        int[] drawn = new int[length];
        int to = 0;
        for (Object each : ordered) {
            int[] part = ((Cluster) each).signs;
            System.arraycopy(part, 0, drawn, to, part.length);
            to += part.length;
        }
        return drawn;
    }

    private static Cluster cluster(int[] signs, int from, int to, boolean mirrored) {
        int[] part = new int[to - from];
        System.arraycopy(signs, from, part, 0, part.length);
        if (mirrored && part[0] < Line.BOX) {
            part[0] = UCharacter.getMirror(part[0]);
        }
        return new Cluster(part);
    }

    private static int length(int sign) {
        return sign >= Line.BOX ? 1 : Character.charCount(sign);
    }

    private static boolean isMark(int sign) {
        return sign < Line.BOX && Character.getType(sign) == Character.NON_SPACING_MARK;
    }
}
