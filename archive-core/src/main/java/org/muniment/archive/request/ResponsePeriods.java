package org.muniment.archive.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The periods of the law, by the day on which a request was received: a request is counted for ever by the law of its day.
 * What is only expected to become law changes nothing but a caution.
 *
 * @param inForce those that are law, oldest first
 * @param expected those that may become law, oldest first; each says so
 */
public record ResponsePeriods(List<ResponsePeriod> inForce, List<ResponsePeriod> expected) {
    /** The file a district may keep in its archive's folder instead of the one that comes with the product. */
    public static final String FILE = "response-periods.yaml";

    public ResponsePeriods {
        inForce = List.copyOf(inForce);
        expected = List.copyOf(expected);
        if (inForce.isEmpty()) {
            throw new IllegalArgumentException("Some period must be in force");
        }
    }

    /** Those that come with the product. */
    public static ResponsePeriods shipped() {
        try (InputStream in = ResponsePeriods.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + FILE);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of an archive: its own file, or those that come with the product.
     *
     * @throws RequestRefused naming what is wrong with its file
     */
    public static ResponsePeriods of(Path folder) {
        Path own = folder.resolve(FILE);
        try {
            return Files.exists(own) ? read(Files.readString(own)) : shipped();
        } catch (IOException e) {
            throw new UncheckedIOException("The periods of the law can't be read: " + own, e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws RequestRefused naming everything that is wrong with it
     */
    public static ResponsePeriods read(String yaml) {
        return new ResponsePeriodReader().read(yaml);
    }

    /** What counts for a request received on a day; before the first day that is known, the first counts. */
    public ResponsePeriod on(LocalDate received) {
        ResponsePeriod law = latest(inForce, received, inForce.getFirst());
        ResponsePeriod pending = latest(expected, received, law);
        return pending.since().isAfter(law.since()) ? law.warnedOf(pending.caution()) : law;
    }

    private static ResponsePeriod latest(List<ResponsePeriod> periods, LocalDate received, ResponsePeriod otherwise) {
        return periods.reversed().stream()
                .filter(period -> !period.since().isAfter(received))
                .findFirst()
                .orElse(otherwise);
    }
}
