package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Token;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.store.Digest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * Files that are sent to be taken in: put aside in the archive's folder {@code arriving} while they come, with a limit, so that
 * memory does not grow with them. What is refused or breaks off leaves nothing behind. Safe for many threads.
 */
@Component
final class Uploads {
    static final String PATH = ApiSecurity.ROOT + "/ingest";
    private static final String ATTRIBUTE = Uploads.class.getName();
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final DataSize largest;

    Uploads(Archive archive, @Value("${muniment.upload.largest:2GB}") DataSize largest) {
        this.folder = archive.settings().folder().resolve("arriving");
        this.largest = largest;
        forgetWhatWasLeft();
    }

    /** A server that did not end well: whoever sent a file sends it again. */
    private void forgetWhatWasLeft() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that has come, under a name of no meaning. */
    record Arrived(Path file, Digest digest) implements Sent {
        @Override
        public HttpServletRequest again(HttpServletRequest request) {
            request.setAttribute(ATTRIBUTE, this);
            return request;
        }

        /**
         * Takes it over under a name, in a folder of its own that its bytes, its name and whose it is name: sent again, it is
         * the same source, and the same bytes of two people are two.
         *
         * @param name without folders
         */
        Path keep(String name, Custodian custodian) {
            try {
                byte[] whose = (custodian + "\n" + name).getBytes(StandardCharsets.UTF_8);
                Path own = file.resolveSibling(
                        digest.hex() + "-" + Digest.of(whose).hex().substring(0, 16));
                Files.createDirectories(own);
                return Files.move(file, own.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    static boolean isOne(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH);
    }

    /** The file that came with a request. */
    static Arrived of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Arrived arrived) {
            return arrived;
        }
        throw new IllegalStateException("No file was put aside for " + request.getRequestURI());
    }

    /** @throws Refused when the token is not for this, or the file is empty or too large */
    Sent take(HttpServletRequest request) throws IOException {
        boolean may = BearerFilter.of(request)
                .filter(token -> token.reach().allows(Area.ADMIN, Token.Scope.WRITE))
                .isPresent();
        if (!may) {
            throw new Refused(403, "The token is not for this", "This needs a token that may take mail in.");
        }
        if (request.getContentLengthLong() > largest.toBytes()) {
            throw tooLarge();
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "upload", ".part");
        boolean whole = false;
        try {
            Digest digest = copied(request.getInputStream(), file);
            whole = true;
            return new Arrived(file, digest);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Digest copied(InputStream body, Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        long bytes = 0;
        try (DigestInputStream in = new DigestInputStream(body, sha256);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                bytes += count;
                if (bytes > largest.toBytes()) {
                    throw tooLarge();
                }
                out.write(chunk, 0, count);
            }
        }
        if (bytes == 0) {
            throw new Refused(422, "That was not understood", "The file is empty.");
        }
        return Digest.ofHash(sha256.digest());
    }

    private Refused tooLarge() {
        return new Refused(
                413,
                "Too large",
                "A file has at most " + largest.toMegabytes() + " MB here. Take a larger one in with: muniment ingest");
    }
}
