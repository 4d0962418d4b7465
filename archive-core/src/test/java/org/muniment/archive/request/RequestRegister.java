package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;

/** A register of requests on a database of its own for each test. */
public abstract class RequestRegister {
    protected static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    protected static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    protected static final LocalDate RECEIVED = LocalDate.of(2026, 10, 5);

    @TempDir
    protected Path folder;

    protected Catalogue catalogue;
    protected Ledger ledger;
    protected Requests requests;

    protected abstract Catalogue open(Path folder);

    @BeforeEach
    protected void openRegister() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        requests = new Requests(catalogue.writer(), catalogue.reader(), ledger, ZONE, ResponsePeriods.shipped());
    }

    @AfterEach
    void closeRegister() {
        catalogue.close();
    }

    protected final <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    /** A deed that is refused for that reason leaves no trace. */
    protected final void refused(String words, Supplier<?> deed) {
        long before = ledger.size();
        assertThatThrownBy(() -> change(deed))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining(words);
        assertThat(ledger.size()).isEqualTo(before);
    }
}
