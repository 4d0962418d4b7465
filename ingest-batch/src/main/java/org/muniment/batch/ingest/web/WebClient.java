package org.muniment.batch.ingest.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks a web server for one page at a time and keeps the answer as it came over the wire. A name is looked up once, its
 * addresses are judged, and the connection goes to one that was judged: what the name means a moment later does not count.
 * Redirects are not followed; whoever follows one asks anew, and is judged anew.
 */
public final class WebClient {
    private final WebTerms terms;
    private final AddressGuard guard;
    private final NameLookup names;
    private final Path spool;
    private final Clock clock;

    public WebClient(WebTerms terms, NameLookup names, Path spool, Clock clock) {
        this.terms = terms;
        this.guard = new AddressGuard(terms.allowPrivate());
        this.names = names;
        this.spool = spool;
        this.clock = clock;
    }

    /**
     * Asks for a page.
     *
     * @param fields more fields of the request
     * @throws IOException when it must not be asked, or does not answer; the message says why in plain words
     */
    public WebAnswer get(URI address, Map<String, String> fields) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (!secure && !"http".equalsIgnoreCase(address.getScheme()) || address.getRawUserInfo() != null) {
            throw new IOException("only plain http and https addresses are asked");
        }
        String host = host(address);
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        if (!terms.ports().contains(port)) {
            throw new IOException("port " + port + " is not among the ports that may be asked");
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        InetAddress server = judged(host);
        try (Socket plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(server, port), (int) terms.patience().toMillis());
            plain.setSoTimeout((int) terms.patience().toMillis());
            try (Socket socket = secure ? secured(plain, host, port) : plain) {
                ask(socket.getOutputStream(), address, host, fields);
                return new AnswerReader(terms, spool).read(socket.getInputStream(), address, server, at);
            }
        }
    }

    private static String host(URI address) throws IOException {
        String host = address.getHost();
        if (host == null || host.isBlank()) {
            throw new IOException("the address names no server");
        }
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : IDN.toASCII(host);
    }

    private InetAddress judged(String host) throws IOException {
        List<String> refused = new ArrayList<>();
        for (InetAddress address : names.of(host)) {
            Optional<String> refusal = guard.refusal(address);
            if (refusal.isEmpty()) {
                return address;
            }
            refused.add(refusal.get());
        }
        throw new IOException(refused.isEmpty() ? "the name " + host + " has no address" : refused.getFirst());
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void ask(OutputStream out, URI address, String host, Map<String, String> fields) throws IOException {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        StringBuilder request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n")
                .append("Host: ")
                .append(name)
                .append(address.getPort() > 0 ? ":" + address.getPort() : "")
                .append("\r\nUser-Agent: ")
                .append(terms.agent())
                .append("\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        fields.forEach((field, value) -> request.append(field)
                .append(": ")
                .append(value.replaceAll("[\r\n]", " "))
                .append("\r\n"));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
