package org.muniment.batch.produce;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.production.Disclosure;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.Redactions;
import org.muniment.archive.store.Digest;

/** What a production shows of an item. */
sealed interface Treatment {
    /** All of it. */
    record Whole() implements Treatment {}

    /** All but these passages; they were wanted by a person. */
    record Redacted(List<Redaction> redactions) implements Treatment {
        public Redacted {
            redactions = List.copyOf(redactions);
            if (redactions.isEmpty()) {
                throw new IllegalArgumentException("What is redacted has redactions");
            }
        }
    }

    /** A placeholder only. */
    record Withheld(List<Exemption> grounds) implements Treatment {
        public Withheld {
            grounds = List.copyOf(grounds);
        }
    }

    default Disclosure disclosure() {
        return switch (this) {
            case Whole whole -> Disclosure.WHOLE;
            case Redacted redacted -> Disclosure.REDACTED;
            case Withheld withheld -> Disclosure.WITHHELD;
        };
    }

    /** The digest of its redactions; null unless it is redacted. */
    default @Nullable Digest digest() {
        return switch (this) {
            case Redacted redacted -> new Digest(Redactions.digest(redacted.redactions()));
            case Whole whole -> null;
            case Withheld withheld -> null;
        };
    }

    /** The redactions that count; none unless it is redacted. */
    default List<Redaction> applied() {
        return this instanceof Redacted redacted ? redacted.redactions() : List.of();
    }
}
