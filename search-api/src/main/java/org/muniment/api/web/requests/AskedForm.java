package org.muniment.api.web.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.QuerySyntaxException;

/**
 * What a person typed of a request: fields as they were sent, so that a page can show them again beside what is wrong.
 *
 * @param custodians addresses, one a line; empty for all mailboxes
 * @param from ISO 8601; empty for no limit
 * @param to ISO 8601; empty for no limit
 */
record AskedForm(
        String requester, String received, String words, String custodians, String from, String to, String query) {
    /** What is wrong, by field; empty when the scope can be read. */
    Map<String, String> problems(ItemQueryParser parser) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (words.isBlank()) {
            problems.put("words", "Say what is asked for.");
        }
        wrongDay(received, true).ifPresent(wrong -> problems.put("received", wrong));
        wrongDay(from, false).ifPresent(wrong -> problems.put("from", wrong));
        wrongDay(to, false).ifPresent(wrong -> problems.put("to", wrong));
        try {
            terms(parser);
        } catch (QuerySyntaxException wrong) {
            problems.put("query", String.valueOf(wrong.getMessage()));
        }
        if (problems.isEmpty()) {
            try {
                scope(parser);
            } catch (IllegalArgumentException wrong) {
                problems.put("query", String.valueOf(wrong.getMessage()));
            }
        }
        return problems;
    }

    private static Optional<String> wrongDay(String text, boolean needed) {
        if (text.isBlank()) {
            return needed ? Optional.of("Say the day.") : Optional.empty();
        }
        try {
            LocalDate.parse(text.strip());
            return Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.of("A day is written as 2026-10-05.");
        }
    }

    HoldScope scope(ItemQueryParser parser) {
        Set<Custodian> named = Arrays.stream(custodians.split("[\\s,;]+"))
                .filter(address -> !address.isBlank())
                .map(Custodian::new)
                .collect(Collectors.toSet());
        return new HoldScope(named, day(from), day(to), terms(parser));
    }

    private @Nullable ItemQuery terms(ItemQueryParser parser) {
        return query.isBlank() ? null : parser.parse(query.strip());
    }

    LocalDate dayOfReceipt() {
        return LocalDate.parse(received.strip());
    }

    private static @Nullable LocalDate day(String text) {
        return text.isBlank() ? null : LocalDate.parse(text.strip());
    }
}
