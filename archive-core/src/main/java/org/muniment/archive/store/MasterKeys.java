package org.muniment.archive.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys, which wrap the keys of objects. A text file outside the archive that only its owner may read; each line
 * is a name and 32 bytes in Base64, the last line is the key in use, those above it are for what was wrapped before.
 * Values; safe for many threads.
 */
public final class MasterKeys {
    private static final Pattern LINE = Pattern.compile("(m[0-9a-f]{12}) ([A-Za-z0-9+/]{43}=)");
    private static final String HEAD =
            "# Master keys of a Muniment archive. Without this file its objects can't be read: keep a copy elsewhere.\n";
    private static final int NONCE = 12;

    private final Map<String, byte[]> keys;
    private final String current;

    private MasterKeys(Map<String, byte[]> keys) {
        this.keys = keys;
        this.current = List.copyOf(keys.keySet()).getLast();
    }

    /**
     * Reads the file.
     *
     * @throws StoreRefused when it is not there, or is none
     */
    public static MasterKeys read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreRefused("The master key is not in " + file
                    + ". Put the file there again; without it no object can be read.");
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String line : lines(file)) {
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                keys.put(matcher.group(1), Base64.getDecoder().decode(matcher.group(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new StoreRefused(file + " is no file of master keys. Restore it from its copy.");
            }
        }
        if (keys.isEmpty()) {
            throw new StoreRefused(file + " holds no master key. Restore it from its copy.");
        }
        return new MasterKeys(keys);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new StoreRefused("The master key in " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a file with one new key; one that is there stays and is read.
     *
     * @throws StoreRefused when it is there and is no file of master keys
     */
    public static MasterKeys create(Path file) {
        if (!Files.exists(file)) {
            fresh(new LinkedHashMap<>()).write(file);
        }
        return read(file);
    }

    /** These, and a new one that is in use from now on. Nothing is written. */
    public MasterKeys next() {
        return fresh(new LinkedHashMap<>(keys));
    }

    private static MasterKeys fresh(Map<String, byte[]> keys) {
        byte[] name = new byte[6];
        byte[] key = new byte[ObjectCipher.KEY];
        new SecureRandom().nextBytes(name);
        new SecureRandom().nextBytes(key);
        keys.put("m" + HexFormat.of().formatHex(name), key);
        return new MasterKeys(keys);
    }

    /** Only the one in use. Nothing is written. */
    public MasterKeys onlyCurrent() {
        return new MasterKeys(new LinkedHashMap<>(Map.of(current, key(current))));
    }

    /** Writes the file, readable by its owner only: all of it or nothing. */
    public void write(Path file) {
        StringBuilder text = new StringBuilder(HEAD);
        keys.forEach((name, key) -> text.append(name)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path draft = target.resolveSibling(target.getFileName() + ".new");
            Files.deleteIfExists(draft);
            writeOwnerOnly(draft, text.toString());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key can't be written to " + file, e);
        }
    }

    private static void writeOwnerOnly(Path file, String text) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /** The name of the key in use. */
    public String current() {
        return current;
    }

    /** The names of all, oldest first. */
    public List<String> names() {
        return List.copyOf(keys.keySet());
    }

    /** Encrypts the key of an object with the master key in use, bound to the object's name. */
    byte[] wrap(ObjectCipher cipher, Digest object) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] wrapped = apply(Cipher.ENCRYPT_MODE, current, nonce, cipher.key(), object);
        return ByteBuffer.allocate(NONCE + wrapped.length)
                .put(nonce)
                .put(wrapped)
                .array();
    }

    /** @throws StoreRefused when the master key it was wrapped with is not at hand, or it was changed */
    ObjectCipher unwrap(SealedKey key) {
        byte[] nonce = Arrays.copyOf(key.wrapped(), NONCE);
        byte[] wrapped = Arrays.copyOfRange(key.wrapped(), NONCE, key.wrapped().length);
        return new ObjectCipher(apply(Cipher.DECRYPT_MODE, key.master(), nonce, wrapped, key.object()));
    }

    private byte[] apply(int mode, String master, byte[] nonce, byte[] bytes, Digest object) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(master), "AES"), new GCMParameterSpec(8 * ObjectCipher.TAG, nonce));
            cipher.updateAAD(object.bytes());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new StoreRefused(
                    "The key of object " + object + " can't be unwrapped with the master key " + master
                            + ": one of the two was changed. Restore them from a backup.",
                    e);
        }
    }

    private byte[] key(String name) {
        byte[] key = keys.get(name);
        if (key == null) {
            throw new StoreRefused("The master key " + name
                    + " is not in the file of master keys. Add its line from the copy that was kept.");
        }
        return key;
    }
}
