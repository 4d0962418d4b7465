package org.muniment.archive.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log's Ed25519 key pair. The private key is a PKCS#8 PEM file that only its owner may read, with the public key in
 * the text before it; the public key is also beside it in a file of its own, {@code *.pub}, to be handed out. Never in
 * the catalogue: who can change the catalogue must not be able to sign. Safe for many threads.
 */
public final class LedgerKey {
    private static final Pattern PUBLIC = Pattern.compile("^Public key: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s+-----END PRIVATE KEY-----");

    private final VerifierKey verifier;
    private final PrivateKey secret;

    private LedgerKey(VerifierKey verifier, PrivateKey secret) {
        this.verifier = verifier;
        this.secret = secret;
    }

    /**
     * Loads the key, or makes one where the file is not there.
     *
     * @param file of the private key; the public one is beside it, with {@code .pub} for its suffix
     * @param origin name of a new log: a name without spaces and plus signs, best like a web address without its
     *     scheme, {@code records.district.example/ledger}; a key that is there has its own name
     * @throws LedgerCorrupt when the files are not a key, or not of one key
     */
    public static LedgerKey open(Path file, String origin) {
        try {
            if (!Files.exists(file)) {
                create(file, origin);
            }
            LedgerKey key = parse(Files.readString(file), file);
            publish(key.verifier, publicFile(file));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's key could not be opened: " + file, e);
        }
    }

    static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".pub");
    }

    /** The public key. */
    public VerifierKey verifier() {
        return verifier;
    }

    SignedNote.NoteSignature sign(String text) {
        return SignedNote.NoteSignature.of(verifier, sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The bare signature of a paper that can't be taken for a note. */
    byte[] signature(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        if (!text.startsWith("{") || !text.endsWith("}") || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("Only a JSON object on one line is signed this way");
        }
        return sign(json);
    }

    private byte[] sign(byte[] text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 signs with Ed25519", e);
        }
    }

    static LedgerKey parse(String pem, Path file) {
        Matcher name = PUBLIC.matcher(pem);
        Matcher secret = PRIVATE.matcher(pem);
        if (!name.find() || !secret.find()) {
            throw new LedgerCorrupt("Not a ledger key: " + file);
        }
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(secret.group(1));
            LedgerKey key = new LedgerKey(
                    VerifierKey.parse(name.group(1)),
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            key.tryOut(file);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LedgerCorrupt("Not a ledger key: " + file, e);
        }
    }

    private void tryOut(Path file) {
        String text = "Does the public key belong to the private key?\n";
        if (!verifier.verifies(text, sign(text).signature())) {
            throw new LedgerCorrupt("Public and private key in " + file + " do not belong together");
        }
    }

    private static void create(Path file, String origin) throws IOException {
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 makes Ed25519 keys", e);
        }
        String pem = "Private key of a custody ledger: keep it secret, and keep a copy of it elsewhere.\nPublic key: "
                + new VerifierKey(origin, pair.getPublic())
                + "\n-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path draft = draftOf(file);
        try {
            write(draft, pem);
            // A link, unlike a move, never replaces the key of another process that came first.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherCameFirst) {
            return;
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        syncFolder(file);
    }

    private static Path draftOf(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Or a power cut could take the key and leave what it signed. */
    private static void syncFolder(Path file) throws IOException {
        if (isPosix(file)) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static void publish(VerifierKey verifier, Path file) throws IOException {
        if (!Files.exists(file)) {
            // Another process that opens the key now must not find half of it.
            Path draft = draftOf(file);
            Files.writeString(draft, verifier + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } else if (!Files.readString(file).strip().equals(verifier.toString())) {
            throw new LedgerCorrupt("The public key in " + file + " is not that of the private key beside it");
        }
    }
}
