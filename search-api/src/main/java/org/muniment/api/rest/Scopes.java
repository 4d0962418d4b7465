package org.muniment.api.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.people.Person;
import org.muniment.archive.query.ItemQueryParser;
import org.springframework.stereotype.Component;

/** Which items a hold covers, or a request asks for. */
@Component
final class Scopes {
    private final Archive archive;

    Scopes(Archive archive) {
        this.archive = archive;
    }

    /**
     * As it is asked for: what meets every part that is given. An empty object is everything.
     *
     * @param custodians whose mailboxes, with every address the directory knows of these persons; none for every mailbox
     * @param from first day, ISO 8601, sent or received
     * @param to last day, within
     * @param query in the query language
     */
    record Asked(
            @Nullable List<String> custodians,
            @Nullable String from,
            @Nullable String to,
            @Nullable String query) {}

    /** @throws IllegalArgumentException when its days are none, or in the wrong order */
    HoldScope of(Asked asked) {
        List<String> custodians = asked.custodians() == null ? List.of() : asked.custodians();
        String query = asked.query();
        return new HoldScope(
                custodians.stream().flatMap(address -> known(address).stream()).collect(Collectors.toSet()),
                day("from", asked.from()),
                day("to", asked.to()),
                query == null ? null : new ItemQueryParser(archive.settings().zone()).parse(query));
    }

    /** Mail to an alias is filed under the mailbox, and the other way round. */
    private Set<Custodian> known(String address) {
        return archive.people().find(address).map(Person::custodians).orElseGet(() -> Set.of(new Custodian(address)));
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(field + " is a day such as 2026-02-28, not '" + text + "'");
        }
    }
}
