package org.muniment.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.Reason;
import org.muniment.api.WrongUsage;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.env.Environment;

/**
 * The certificate and key that the settings {@code server.ssl.*} name. They are looked at before the server starts, so that a
 * wrong file is told in one line.
 */
final class Tls {
    private static final byte[] PROBE = "muniment".getBytes(StandardCharsets.US_ASCII);

    private Tls() {}

    /** Whether the server answers with TLS. */
    static boolean isSet(Environment settings) {
        return ssl(settings).isPresent();
    }

    /** @throws WrongUsage when the files are not there, can't be read or don't belong together; the message says which */
    static void check(Environment settings) {
        ssl(settings).filter(ssl -> ssl.getBundle() == null).ifPresent(Tls::check);
    }

    private static Optional<Ssl> ssl(Environment settings) {
        return Optional.ofNullable(
                        Binder.get(settings).bind("server.ssl", Ssl.class).orElse(null))
                .filter(ssl -> Ssl.isEnabled(ssl));
    }

    private static void check(Ssl ssl) {
        if (ssl.getKeyStore() == null && (ssl.getCertificate() == null || ssl.getCertificatePrivateKey() == null)) {
            throw wrong("A certificate and its private key are needed, each as a file, or both in a key store");
        }
        try {
            SslBundle bundle = WebServerSslBundle.get(ssl);
            KeyStore keys = Objects.requireNonNull(bundle.getStores().getKeyStore());
            String password = Optional.ofNullable(bundle.getKey().getPassword())
                    .orElse(bundle.getStores().getKeyStorePassword());
            for (String alias : Collections.list(keys.aliases())) {
                check(keys, alias, password == null ? new char[0] : password.toCharArray());
            }
        } catch (WrongUsage told) {
            throw told;
        } catch (RuntimeException | GeneralSecurityException e) {
            throw wrong(why(e));
        }
    }

    private static void check(KeyStore keys, String alias, char[] password) throws GeneralSecurityException {
        Key key = keys.getKey(alias, password);
        if (key instanceof PrivateKey own
                && !belong(own, keys.getCertificate(alias).getPublicKey())) {
            throw wrong("The private key is not the one of the certificate");
        }
    }

    private static boolean belong(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /** The innermost error with a file has the words; else the innermost of all. */
    private static String why(Throwable error) {
        List<Throwable> causes = Stream.<@Nullable Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                .map(Objects::requireNonNull)
                .toList();
        return causes.reversed().stream()
                .filter(IOException.class::isInstance)
                .map(file -> Reason.of(new UncheckedIOException((IOException) file)))
                .findFirst()
                .orElse(String.valueOf(causes.getLast().getMessage()));
    }

    private static WrongUsage wrong(String why) {
        return new WrongUsage("The server can't answer with TLS. " + why + ". See server.ssl in application.yaml");
    }
}
