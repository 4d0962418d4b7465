package org.muniment.archive.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.QuerySyntaxException;

/**
 * What a request may mean, read from its words: a proposal for a person to change, applied by nobody silently. Rather too much
 * than too little, since what is asked for is frozen by it.
 *
 * @param custodians whom the words name; empty means all mailboxes
 * @param from the first day that the words name; null for no limit
 * @param to the last one, inclusive; null for no limit
 * @param days the mentions it was read from
 * @param query the words that say what it is about, in the query language; empty when there are none
 */
public record ScopeProposal(
        List<Proposed> custodians,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> days,
        String query) {
    private static final int MOST_TERMS = 12;

    public ScopeProposal {
        custodians = List.copyOf(custodians);
        days = List.copyOf(days);
    }

    /**
     * Somebody in the directory.
     *
     * @param addresses all that are known, the custodian's first
     */
    public record Known(String name, String role, Custodian custodian, List<String> addresses) {
        public Known {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A mailbox that the words name.
     *
     * @param because the words that name it
     */
    public record Proposed(Known known, String because) {}

    /** Whether the words name nothing by which to search. */
    public boolean isEmpty() {
        return custodians.isEmpty() && from == null && to == null && query.isEmpty();
    }

    /**
     * Reads a request's words.
     *
     * @param directory who may be named
     * @param parser of the archive: what it can't read is not proposed
     */
    public static ScopeProposal of(String words, Collection<Known> directory, ItemQueryParser parser) {
        DaysInWords days = DaysInWords.in(words);
        String rest = days.rest();
        List<Proposed> named = new ArrayList<>();
        for (Known known : directory) {
            String because = mention(rest, known, directory);
            if (!because.isEmpty()) {
                named.add(new Proposed(known, because));
            }
        }
        for (Proposed one : named) {
            rest = rest.replaceAll("(?i)" + Pattern.quote(one.because()), " , ");
        }
        return new ScopeProposal(named, days.from(), days.to(), days.words(), query(rest, parser));
    }

    /** How the words name somebody; empty when they do not. */
    private static String mention(String text, Known known, Collection<Known> directory) {
        for (String address : known.addresses()) {
            if (names(text, address)) {
                return address;
            }
        }
        if (names(text, known.name())) {
            return known.name();
        }
        String family = known.name().substring(known.name().lastIndexOf(' ') + 1);
        boolean alone =
                directory.stream().filter(other -> names(other.name(), family)).count() == 1;
        if (alone && family.length() > 2 && containsName(text, family)) {
            return family;
        }
        boolean onlyOne = directory.stream()
                        .filter(other -> other.role().equalsIgnoreCase(known.role()))
                        .count()
                == 1;
        return onlyOne && known.role().length() > 2 && names(text, known.role()) ? known.role() : "";
    }

    private static boolean names(String text, String name) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    /** A family name alone counts only with its capital letter: Lights is a name, lights are not. */
    private static boolean containsName(String text, String family) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(family) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static String query(String text, ItemQueryParser parser) {
        return ContentWords.runs(text).stream()
                .map(ScopeProposal::term)
                .filter(term -> reads(term, parser))
                .limit(MOST_TERMS)
                .collect(Collectors.joining(" OR "));
    }

    private static String term(List<String> run) {
        List<String> words = run.stream().map(ScopeProposal::word).toList();
        return switch (words.size()) {
            case 1 -> words.getFirst();
            case 2 -> words.getFirst() + " w/5 " + words.getLast();
            default -> "(" + String.join(" AND ", words) + ")";
        };
    }

    private static String word(String word) {
        boolean plain = word.chars().allMatch(Character::isLetterOrDigit);
        return plain ? word.toLowerCase(Locale.ROOT) : '"' + word + '"';
    }

    private static boolean reads(String term, ItemQueryParser parser) {
        try {
            parser.parse(term);
            return true;
        } catch (QuerySyntaxException unreadable) {
            return false;
        }
    }
}
