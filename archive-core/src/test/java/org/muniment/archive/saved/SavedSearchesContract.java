package org.muniment.archive.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

/** What the register of kept searches promises on every database. */
abstract class SavedSearchesContract {
    private static final Instant NOW = Instant.parse("2026-03-03T04:00:00Z");

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private SavedSearches searches;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openRegister() {
        catalogue = open(folder);
        searches = new SavedSearches(catalogue.writer(), catalogue.reader());
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private SavedSearch save(String owner, String name, String query, boolean shared) {
        return Objects.requireNonNull(
                catalogue.transactions().execute(status -> searches.save(owner, name, query, shared, NOW)));
    }

    @Test
    void anAccountSeesItsOwnAndWhatOthersShare() {
        SavedSearch mine = save("clerk", " The  climber ", "climber", false);
        SavedSearch shared = save("legal", "Board", "from:board", true);
        SavedSearch theirs = save("legal", "Private", "settlement", false);
        assertThat(mine.name()).isEqualTo("The climber");
        assertThat(searches.seenBy("clerk")).containsExactly(shared, mine);
        assertThat(searches.find(mine.number(), "clerk")).contains(mine);
        assertThat(searches.find(theirs.number(), "clerk")).isEmpty();
    }

    @Test
    void aSearchKeptAgainUnderItsNameTakesItsPlace() {
        SavedSearch before = save("clerk", "Board", "from:board", false);
        SavedSearch after = save("clerk", "Board", "to:board", true);
        assertThat(searches.seenBy("clerk")).containsExactly(after);
        assertThat(after.number()).isGreaterThan(before.number());
        assertThat(save("legal", "Board", "cc:board", false).query()).isEqualTo("cc:board");
    }

    @Test
    void onlyItsOwnerForgetsASearch() {
        SavedSearch shared = save("legal", "Board", "from:board", true);
        Boolean others = catalogue.transactions().execute(status -> searches.forget(shared.number(), "clerk"));
        assertThat(others).isFalse();
        Boolean own = catalogue.transactions().execute(status -> searches.forget(shared.number(), "legal"));
        assertThat(own).isTrue();
        assertThat(searches.seenBy("clerk")).isEmpty();
    }

    @Test
    void aSearchWithoutANameOrWordsIsRefused() {
        assertThatThrownBy(() -> save("clerk", "  ", "climber", false)).isInstanceOf(SavedSearchRefused.class);
        assertThatThrownBy(() -> save("clerk", "n".repeat(101), "climber", false))
                .isInstanceOf(SavedSearchRefused.class);
        assertThatThrownBy(() -> save("clerk", "Climber", " ", false)).hasMessageContaining("say what to find");
        assertThat(searches.seenBy("clerk")).isEmpty();
    }
}
