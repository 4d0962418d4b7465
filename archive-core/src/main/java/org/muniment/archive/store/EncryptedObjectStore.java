package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Encrypts objects on their way into any other store. Each has a key of its own, wrapped by a master key and kept in the
 * catalogue; to destroy an object destroys its key. An object's name stays the SHA-256 of the bytes as collected; the store
 * behind names what it has by the SHA-256 of the encrypted bytes, so {@code sha256sum} proves them without any key. Why:
 * decisions/0027. A key survives a power cut once {@link #sync} has returned, like the bytes; bytes whose key was lost
 * before that are nothing but noise. One process stores at a time; many may read.
 */
public final class EncryptedObjectStore implements ObjectStore {
    /** The largest object, in bytes: somewhat less than the store behind takes. */
    static final long LARGEST_PLAIN = LARGEST - (1 << 20);

    private static final int PAGE = 1000;

    private final ObjectStore behind;
    private final ObjectKeys keys;
    private final MasterKeys masters;
    private final Path folder;
    private final ConcurrentHashMap<Digest, SealedKey> unsynced = new ConcurrentHashMap<>();

    /**
     * Keeps the keys in a catalogue.
     *
     * @param behind where the encrypted bytes are kept; closed with this
     * @param writer where the catalogue is changed
     * @param reader where its committed state is read
     * @param transactions on the writer
     * @param folder for what is too large for memory, encrypted
     */
    public EncryptedObjectStore(
            ObjectStore behind,
            DataSource writer,
            DataSource reader,
            TransactionOperations transactions,
            MasterKeys masters,
            Path folder) {
        this(behind, new SqlObjectKeys(writer, reader, transactions), masters, folder);
    }

    EncryptedObjectStore(ObjectStore behind, ObjectKeys keys, MasterKeys masters, Path folder) {
        this.behind = behind;
        this.keys = keys;
        this.masters = masters;
        this.folder = folder;
    }

    @Override
    public Digest put(InputStream bytes) {
        ObjectCipher fresh = ObjectCipher.random();
        try (Sealing sealing = Sealing.of(bytes, fresh, folder)) {
            SealedKey mine = new SealedKey(
                    sealing.digest(),
                    sealing.stored(),
                    sealing.size(),
                    masters.current(),
                    masters.wrap(fresh, sealing.digest()));
            SealedKey kept = agree(mine);
            store(sealing, fresh, kept);
            return sealing.digest();
        }
    }

    /**
     * The key that all use who store the same bytes at once; known before they are stored. The register is asked outside of
     * the map's locks, since whoever leaves the map may have the last connection: so it is asked twice.
     */
    private SealedKey agree(SealedKey mine) {
        Optional<SealedKey> known = find(mine.object());
        if (known.isPresent()) {
            return known.get();
        }
        SealedKey first = unsynced.putIfAbsent(mine.object(), mine);
        if (first != null) {
            return first;
        }
        Optional<SealedKey> meanwhile = keys.find(mine.object());
        meanwhile.ifPresent(kept -> unsynced.remove(mine.object(), mine));
        return meanwhile.orElse(mine);
    }

    /** With the key it has the same encrypted bytes come about, and the store behind proves or heals what it has. */
    private void store(Sealing sealing, ObjectCipher fresh, SealedKey kept) {
        try (InputStream encrypted = kept.stored().equals(sealing.stored())
                ? sealing.bytes().open()
                : new Encrypting(new Decrypting(sealing.bytes().open(), fresh), masters.unwrap(kept))) {
            Digest stored = behind.put(encrypted);
            if (!stored.equals(kept.stored())) {
                throw new IllegalStateException("Encrypting object " + sealing.digest() + " twice gave two results");
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot store the encrypted object " + sealing.digest() + ": " + e, e);
        }
    }

    @Override
    public int putsAtOnce() {
        return behind.putsAtOnce();
    }

    @Override
    public void sync() {
        behind.sync();
        // In one order, or two who do this at once may wait for each other.
        List<SealedKey> ready = unsynced.values().stream()
                .sorted((one, other) -> one.object().compareTo(other.object()))
                .toList();
        if (!ready.isEmpty()) {
            keys.keep(ready, () -> ready.forEach(key -> unsynced.remove(key.object(), key)));
        }
    }

    private Optional<SealedKey> find(Digest digest) {
        return Optional.ofNullable(unsynced.get(digest)).or(() -> keys.find(digest));
    }

    @Override
    public InputStream open(Digest digest) {
        SealedKey found = find(digest).orElseThrow(() -> new ObjectMissing(digest, toString()));
        InputStream encrypted;
        try {
            encrypted = behind.open(found.stored());
        } catch (ObjectMissing missing) {
            throw new ObjectMissing(digest, toString());
        }
        InputStream plain = new Decrypting(encrypted, masters.unwrap(found));
        return new ProvingInputStream(new Judged(plain, digest, toString()), digest, found.size(), toString());
    }

    @Override
    public boolean contains(Digest digest) {
        return find(digest).filter(found -> behind.contains(found.stored())).isPresent();
    }

    /** What was put since the last {@link #sync} is listed too. */
    @Override
    public Stream<Digest> list() {
        Stream<SealedKey> registered = keys.all();
        Stream<SealedKey> all = unsynced.isEmpty()
                ? registered
                : Stream.concat(registered, unsynced.values().stream())
                        .sorted((one, other) -> one.object().compareTo(other.object()));
        return Distinct.sorted(
                all.filter(found -> behind.contains(found.stored())).map(SealedKey::object));
    }

    /** The bytes first: where a lock forbids it the object stays whole, with its key. */
    @Override
    public void destroy(Digest digest) {
        find(digest).ifPresent(found -> {
            behind.destroy(found.stored());
            unsynced.remove(digest);
            keys.forget(digest);
        });
    }

    /**
     * Wraps every key that another master key wraps with the one in use. The objects stay as they are. Interrupted, it goes
     * on when called again.
     *
     * @return how many were wrapped anew
     */
    public long rewrap() {
        long done = 0;
        for (List<SealedKey> page = keys.notUnder(masters.current(), PAGE);
                !page.isEmpty();
                page = keys.notUnder(masters.current(), PAGE)) {
            keys.replace(page.stream()
                    .map(key -> key.under(masters.current(), masters.wrap(masters.unwrap(key), key.object())))
                    .toList());
            done += page.size();
        }
        return done;
    }

    /** How many objects' keys each master key wraps, by its name. */
    public java.util.SortedMap<String, Long> counts() {
        return keys.counts();
    }

    @Override
    public Worm worm() {
        return behind.worm();
    }

    @Override
    public String toString() {
        return "the encrypted object store";
    }

    @Override
    public void close() {
        behind.close();
    }

    /** Says of damage which object it is in, by the name that its readers know. */
    private static final class Judged extends InputStream {
        private final InputStream plain;
        private final Digest digest;
        private final String where;

        Judged(InputStream plain, Digest digest, String where) {
            this.plain = plain;
            this.digest = digest;
            this.where = where;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            try {
                return plain.read(buffer, offset, count);
            } catch (Decrypting.Changed changed) {
                throw new ObjectCorrupt(digest, String.valueOf(changed.getMessage()), where);
            } catch (ObjectCorrupt encrypted) {
                throw new ObjectCorrupt(digest, "was changed: its encrypted bytes no longer hash to their name", where);
            }
        }

        @Override
        public void close() throws IOException {
            plain.close();
        }
    }
}
