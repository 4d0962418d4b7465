package org.muniment.archive.production.bundle;

import java.util.Locale;

/** Splits what a production has into volumes of a size, never within a family. For one thread. */
public final class Volumes {
    private final long most;
    private int number = 1;
    private long used;

    /** @param most bytes of a volume; a family that is larger alone has one of its own */
    public Volumes(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("A volume has at least one byte, not " + most);
        }
        this.most = most;
    }

    /**
     * Finds room for a family.
     *
     * @return the volume's name: {@code VOL001}
     */
    public String place(long bytes) {
        if (used > 0 && bytes > most - used) {
            number++;
            used = 0;
        }
        used += bytes;
        return String.format(Locale.ROOT, "VOL%03d", number);
    }
}
