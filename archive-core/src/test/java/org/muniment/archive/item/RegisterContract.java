package org.muniment.archive.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.item.SampleItems.item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;

/** A register of items on a database, with the ledger that its changes are noted in. */
abstract class RegisterContract {
    Catalogue catalogue;
    Noted ledger;
    Items items;

    abstract Catalogue open();

    @BeforeEach
    void openCatalogue() {
        catalogue = open();
        ledger = new Noted(catalogue);
        items = new Items(catalogue.writer(), catalogue.reader(), ledger.ledger());
    }

    @AfterEach
    void closeCatalogue() {
        catalogue.close();
    }

    final Recorded record(List<Arrival> arrivals) {
        Recorded recorded = catalogue.transactions().execute(status -> items.record(arrivals));
        assertThat(recorded).isNotNull();
        return recorded;
    }

    final List<Register> registers(Item... some) {
        return new Registers(catalogue.reader())
                .find(Stream.of(some).map(item -> item.id().value()).toList());
    }

    /** What was appended, whatever way the ledger keeps it. */
    static final class Noted {
        private final Ledger ledger;

        Noted(Catalogue catalogue) {
            try {
                LedgerKey key = LedgerKey.open(
                        Files.createTempDirectory("ledger").resolve("ledger.key"), "district.example/test");
                this.ledger = new Ledger(catalogue.writer(), catalogue.reader(), key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Ledger ledger() {
            return ledger;
        }

        List<CustodyEvent> events() {
            return ledger.entries(0, 10_000).stream().map(Entry::event).toList();
        }

        List<String> names() {
            return events().stream()
                    .map(event -> event.getClass().getSimpleName())
                    .toList();
        }
    }
}
