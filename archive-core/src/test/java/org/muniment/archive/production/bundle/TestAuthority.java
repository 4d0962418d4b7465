package org.muniment.archive.production.bundle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/** A time stamping authority on this computer that always says the same time; some of its addresses answer wrong. */
final class TestAuthority implements AutoCloseable {
    static final Instant TIME = Instant.parse("2026-03-02T20:00:05Z");

    private final HttpServer server;
    private final KeyPair keys;
    private final X509Certificate certificate;

    TestAuthority() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        certificate = certificate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private X509Certificate certificate() throws Exception {
        X500Name name = new X500Name("CN=Test authority");
        Date from = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
        Date to = Date.from(Instant.parse("2040-01-01T00:00:00Z"));
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, to, name, keys.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(signer));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] asked = exchange.getRequestBody().readAllBytes();
        byte[] answer;
        try {
            answer = switch (path) {
                case "/nonsense" -> new byte[] {1, 2, 3};
                case "/another" -> stamp(new TimeStampRequest(asked), new byte[] {9});
                case "/refuse" -> refusal();
                default -> stamp(new TimeStampRequest(asked), null);
            };
        } catch (Exception e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(path.equals("/error") ? 500 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private TimeStampTokenGenerator tokens() throws Exception {
        DigestCalculator sha256 =
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate),
                sha256,
                new ASN1ObjectIdentifier("1.2.3.4.1"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return tokens;
    }

    private byte[] stamp(TimeStampRequest asked, byte @Nullable [] instead) throws Exception {
        TimeStampRequest stamped = asked;
        if (instead != null) {
            TimeStampRequestGenerator wanted = new TimeStampRequestGenerator();
            wanted.setCertReq(true);
            stamped = wanted.generate(TSPAlgorithms.SHA256, Digest.of(instead).bytes());
        }
        return new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED)
                .generate(stamped, BigInteger.TEN, Date.from(TIME))
                .getEncoded();
    }

    private byte[] refusal() throws Exception {
        return new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED)
                .generateRejectedResponse(new IllegalStateException("not today"))
                .getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
