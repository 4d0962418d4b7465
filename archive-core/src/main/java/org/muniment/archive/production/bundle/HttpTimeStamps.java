package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.store.Digest;

/** Asks a time stamping authority over HTTP (RFC 3161 §3.4). It gets a digest, never a record. Safe for many threads. */
public final class HttpTimeStamps implements TimeStamps {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = 1 << 20;

    private final URI authority;
    private final HttpClient http;

    /** @param authority the authority's address, {@code http} or {@code https} */
    public HttpTimeStamps(URI authority) {
        this.authority = authority;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public Optional<byte[]> stamp(byte[] document) {
        try {
            TimeStampRequestGenerator wanted = new TimeStampRequestGenerator();
            wanted.setCertReq(true);
            TimeStampRequest request =
                    wanted.generate(TSPAlgorithms.SHA256, Digest.of(document).bytes());
            byte[] answer = ask(request.getEncoded());
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw refused("it refused: " + response.getStatusString());
            }
            return Optional.of(answer);
        } catch (IOException | TSPException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private byte[] ask(byte[] request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(authority)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        HttpResponse<byte[]> answer = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.body().length > LARGEST) {
            throw refused("it answered " + answer.statusCode() + " with " + answer.body().length + " bytes");
        }
        return answer.body();
    }

    private ProductionRefused refused(String why) {
        return new ProductionRefused("The time stamping authority " + authority + " gave no time stamp: " + why
                + ". Try again, or take it out of the settings.");
    }
}
