package org.muniment.api.web.holds;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.QuerySyntaxException;
import org.muniment.batch.holding.Mailboxes;

/** Reads a {@link HoldForm}: what it asks for, or what is wrong, by the field. For one request. */
final class HoldReading {
    private final Archive archive;
    private final HoldForm form;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private @Nullable HoldScope scope;

    HoldReading(Archive archive, HoldForm form) {
        this.archive = archive;
        this.form = form;
        readScope();
    }

    /** Words for the fields that are wrong, by the field's name; empty when all is well. */
    Map<String, String> problems() {
        return problems;
    }

    /** What the hold covers; empty when a part of it is wrong. */
    Optional<HoldScope> scope() {
        return problems.isEmpty() ? Optional.ofNullable(scope) : Optional.empty();
    }

    /** Asks for what only placing needs. */
    HoldReading forPlacing() {
        if (form.matter().isEmpty()) {
            problems.put("matter", "Name the matter: what this hold is for");
        }
        kind();
        return this;
    }

    /** Why it is placed. */
    Optional<HoldKind> kind() {
        Optional<HoldKind> kind = Stream.of(HoldKind.values())
                .filter(one -> one.name().equals(form.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            problems.put("kind", "Choose why the hold is placed");
        }
        return kind;
    }

    private void readScope() {
        Set<Custodian> custodians = custodians();
        LocalDate from = day("from", form.from());
        LocalDate to = day("to", form.to());
        ItemQuery terms = terms();
        if (!problems.isEmpty()) {
            return;
        }
        try {
            scope = new HoldScope(custodians, from, to, terms);
        } catch (IllegalArgumentException wrong) {
            problems.put(
                    from != null && to != null && to.isBefore(from) ? "to" : "custodian",
                    from != null && to != null && to.isBefore(from)
                            ? "The last day is before the first"
                            : "Choose people, days or terms. To hold everything, write * as the terms");
        }
    }

    private Set<Custodian> custodians() {
        Set<Custodian> found = new LinkedHashSet<>();
        Stream.concat(form.custodian().stream(), Stream.of(form.others().split("[,;\\s]+")))
                .filter(address -> !address.isBlank())
                .forEach(address -> {
                    try {
                        found.addAll(Mailboxes.ofPerson(archive, address));
                    } catch (IllegalArgumentException wrong) {
                        problems.put("others", String.valueOf(wrong.getMessage()));
                    }
                });
        return found;
    }

    private @Nullable LocalDate day(String field, String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException wrong) {
            problems.put(field, "Write the day as 2026-06-30");
            return null;
        }
    }

    private @Nullable ItemQuery terms() {
        if (form.terms().isEmpty()) {
            return null;
        }
        try {
            return new ItemQueryParser(archive.settings().zone()).parse(form.terms());
        } catch (QuerySyntaxException wrong) {
            problems.put("terms", wrong.getMessage() + " (at character " + (wrong.position() + 1) + ")");
            problems.put("terms-at", pointed(wrong));
            return null;
        }
    }

    /** The typed terms, with carets under the place. */
    private static String pointed(QuerySyntaxException wrong) {
        String pointed = wrong.pointed();
        String message = String.valueOf(wrong.getMessage());
        return pointed.substring(0, pointed.length() - message.length()).stripTrailing();
    }
}
