package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file of gzip members (RFC 1952), as web archives are compressed: a member for each record, as a rule. A damaged member
 * costs itself only: reading goes on at the next one.
 */
final class GzipStretch implements Stretch {
    private static final int TRAILER = 8;

    private final RandomAccessFile file;
    private final Inflater inflater = new Inflater(true);
    private final byte[] input = new byte[1 << 15];
    private final TreeMap<Long, Long> members = new TreeMap<>();
    private final InputStream bytes = new Bytes();
    private long inflated;
    private long member;
    private boolean inMember;
    private Optional<Damage> damage = Optional.empty();

    GzipStretch(Path file) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
    }

    @Override
    public InputStream bytes() {
        return bytes;
    }

    @Override
    public Optional<Damage> next() throws IOException {
        Optional<Damage> passed = damage;
        if (passed.isPresent()) {
            member = GzipHead.find(file, passed.get().offset() + 1);
            inMember = false;
            damage = Optional.empty();
        }
        return passed;
    }

    @Override
    public String place(long offset) {
        Map.Entry<Long, Long> within = members.floorEntry(offset);
        if (within == null) {
            return String.valueOf(offset);
        }
        members.headMap(within.getKey()).clear();
        long beyond = offset - within.getKey();
        return beyond == 0 ? String.valueOf(within.getValue()) : within.getValue() + "+" + beyond;
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        while (damage.isEmpty() && (inMember || open())) {
            int read = step(buffer, offset, length);
            if (read > 0) {
                inflated += read;
                return read;
            }
        }
        return -1;
    }

    /** Opens the member that begins where the last one ended; false at the end of the file. */
    private boolean open() throws IOException {
        long rest = file.length() - member;
        if (rest <= 0) {
            return false;
        }
        long head = GzipHead.length(file, member);
        if (head < 0) {
            damage = Optional.of(new Damage(member, "no gzip member begins here"));
            return false;
        }
        members.put(inflated, member);
        inflater.reset();
        file.seek(member + head);
        inMember = true;
        return true;
    }

    private int step(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = inflater.inflate(buffer, offset, length);
            if (read == 0 && inflater.finished()) {
                end();
            } else if (read == 0 && inflater.needsInput()) {
                feed();
            } else if (read == 0) {
                damage = Optional.of(new Damage(member, "damaged gzip member"));
            }
            return read;
        } catch (DataFormatException e) {
            damage = Optional.of(new Damage(member, "damaged gzip member"));
            return 0;
        }
    }

    private void feed() throws IOException {
        int read = file.read(input);
        if (read < 0) {
            damage = Optional.of(new Damage(member, "the gzip member breaks off"));
        } else {
            inflater.setInput(input, 0, read);
        }
    }

    private void end() throws IOException {
        member = file.getFilePointer() - inflater.getRemaining() + TRAILER;
        inMember = false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }

    private final class Bytes extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return length == 0 ? 0 : inflate(buffer, offset, length);
        }
    }
}
