package org.muniment.archive.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.muniment.archive.Catalogue;

/** A ledger in a catalogue, as an archive has it. */
record OpenLedger(Catalogue catalogue, LedgerKey key, Ledger ledger) implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-22T02:30:00Z");

    static OpenLedger in(Catalogue catalogue, Path folder) {
        LedgerKey key = LedgerKey.open(folder.resolve("ledger.key"), "records.district.example/ledger");
        return new OpenLedger(catalogue, key, new Ledger(catalogue.writer(), catalogue.reader(), key));
    }

    /** An event unlike any other of its writer and number. */
    static CustodyEvent event(int writer, int number) {
        String item = "%012x%012x".formatted(writer, number);
        String digest = "%064x".formatted(number * 31L + writer);
        return new CustodyEvent.Collected(
                START.plusMillis(number), item, digest, number, digest, digest, "run-" + writer);
    }

    static List<CustodyEvent> events(int writer, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> event(writer, number))
                .toList();
    }

    long append(List<? extends CustodyEvent> events) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> ledger.append(events)));
    }

    LedgerCheck check() {
        return new LedgerCheck(catalogue.reader(), key.verifier());
    }

    List<Finding> findings() {
        return check().check(new Sample.Everything()).findings();
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
