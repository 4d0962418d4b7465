package org.muniment.api.web.holds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed to place a hold, as it was typed.
 *
 * @param matter the title or id of a matter; a new title opens one
 * @param kind the name of a {@link org.muniment.archive.hold.HoldKind}
 * @param custodian addresses chosen from the directory
 * @param others further addresses, with commas or spaces between
 * @param from first day, ISO 8601, may be empty
 * @param to last day, may be empty
 * @param terms a query, may be empty
 */
record HoldForm(
        String matter, String kind, List<String> custodian, String others, String from, String to, String terms) {
    HoldForm(
            @Nullable String matter,
            @Nullable String kind,
            @Nullable List<String> custodian,
            @Nullable String others,
            @Nullable String from,
            @Nullable String to,
            @Nullable String terms) {
        this.matter = text(matter);
        this.kind = text(kind);
        this.custodian = custodian == null ? List.of() : List.copyOf(custodian);
        this.others = text(others);
        this.from = text(from);
        this.to = text(to);
        this.terms = text(terms);
    }

    static HoldForm empty() {
        return new HoldForm(null, "LITIGATION", null, null, null, null, null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
