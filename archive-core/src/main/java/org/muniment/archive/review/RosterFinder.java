package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.archive.review.NameTrie.Hit;

/**
 * Finds the people of a roster: pupils by full name (nicknames, family name first, accents and case left aside), by number,
 * and their parents by full name; and where one of them is named in an item, also by first name, family name or initials
 * alone. Of staff, whose names are public, only numbers and what the roster calls private. What it finds and misses:
 * decisions/0017.
 */
public final class RosterFinder implements Finder {
    private static final Pattern WITHIN = Pattern.compile("[\\s>|.,_'\"()\\u2019-]{1,12}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s.*", Pattern.DOTALL);
    private static final Pattern FAMILY_FIRST = Pattern.compile("\\s*,\\s*|\\t+|_|\\s{2,}|\\s*\\|\\s*");
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "(?i)(?:invoice|inv|p\\.?o|order|room|rm|acct|account|ticket|case|item|check|warrant|bus|zip|tracking)"
                    + "\\.?(?:\\s+(?:no|number|num))?[.:#\\s]*$");
    private static final Pattern ID_WORDS =
            Pattern.compile("(?i)(?:\\bid|student|pupil|perm|number|no\\.?|#)[\\s:#.]*$");
    private static final int LONG_ID = 5;

    private final RosterNames names;
    private final boolean gradeBand;

    /**
     * @param gradeBand whether names stay as far as AR 7203 F allows with the parents' permission: first name and initial in
     *     elementary and intermediate school, in high school the full name where they allow that
     */
    public RosterFinder(Roster roster, boolean gradeBand) {
        this.names = new RosterNames(roster);
        this.gradeBand = gradeBand;
    }

    @Override
    public Map<Part, List<Found>> find(Map<Part, String> texts) {
        Map<Part, List<Token>> tokens = new LinkedHashMap<>();
        Map<Part, List<Hit>> hits = new LinkedHashMap<>();
        Set<RosterPerson> named = new LinkedHashSet<>();
        texts.forEach((part, text) -> {
            List<Token> here = Token.of(text);
            tokens.put(part, here);
            hits.put(part, hits(text, here));
            hits.get(part).stream()
                    .map(hit -> hit.phrase().of())
                    .filter(RosterPerson::pupil)
                    .forEach(named::add);
        });
        ShortNames shorts = new ShortNames(names, named, gradeBand);
        Map<Part, List<Found>> found = new LinkedHashMap<>();
        texts.forEach((part, text) -> {
            List<Found> here = new ArrayList<>();
            hits.getOrDefault(part, List.of()).forEach(hit -> here.addAll(found(hit)));
            here.addAll(shorts.find(text, tokens.getOrDefault(part, List.of()), hits.getOrDefault(part, List.of())));
            if (!here.isEmpty()) {
                here.sort(Comparator.comparingInt(Found::start));
                found.put(part, here);
            }
        });
        return found;
    }

    private List<Hit> hits(String text, List<Token> tokens) {
        List<Hit> hits = new ArrayList<>();
        int free = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).start() >= free) {
                Hit longest = names.trie().at(tokens, at).stream()
                        .filter(hit -> isWritten(text, hit))
                        .max(Comparator.comparingInt(Hit::end))
                        .orElse(null);
                if (longest != null) {
                    hits.add(longest);
                    free = longest.end();
                }
            }
        }
        return hits;
    }

    private static boolean isWritten(String text, Hit hit) {
        return switch (hit.phrase().kind()) {
            case NAME, PARENT -> isTogether(text, hit) && isName(hit);
            case INVERTED -> isTogether(text, hit) && isName(hit) && isFamilyFirst(text, hit);
            case SECRET -> true;
            case ID -> isNumber(text, hit);
        };
    }

    /** Words of a name stand on one line or two, in one sentence. */
    private static boolean isTogether(String text, Hit hit) {
        for (int at = 1; at < hit.tokens().size(); at++) {
            Token before = hit.tokens().get(at - 1);
            String between = text.substring(before.end(), hit.tokens().get(at).start());
            String apart = between.replaceAll("\\p{L}", "");
            boolean ends = before.folded().length() > 2
                    && SENTENCE_END.matcher(between).matches();
            if (!WITHIN.matcher(apart).matches() || ends) {
                return false;
            }
        }
        return true;
    }

    /** A name of everyday words is one where it is written with capitals. */
    private static boolean isName(Hit hit) {
        return hit.tokens().stream().allMatch(token -> token.capital() || !CommonWords.has(token.folded()));
    }

    private static boolean isFamilyFirst(String text, Hit hit) {
        int given = hit.tokens().size() - hit.phrase().given();
        return FAMILY_FIRST
                .matcher(text.substring(
                        hit.tokens().get(given - 1).end(),
                        hit.tokens().get(given).start()))
                .matches();
    }

    private static boolean isNumber(String text, Hit hit) {
        Surroundings around = new Surroundings(text, hit.start(), hit.end());
        boolean isLong = hit.end() - hit.start() >= LONG_ID;
        return !around.isJustAfter(OTHER_NUMBER)
                && !around.isPartOfNumber()
                && (isLong || around.isJustAfter(ID_WORDS));
    }

    private List<Found> found(Hit hit) {
        RosterPerson person = hit.phrase().of();
        return switch (hit.phrase().kind()) {
            case NAME -> named(hit, hit.phrase().given(), hit.tokens().size());
            case INVERTED -> named(hit, 0, hit.tokens().size() - hit.phrase().given());
            case PARENT -> List.of(whole(hit, PersonalData.PUPIL, "roster: parent of a pupil"));
            case ID ->
                List.of(whole(
                        hit,
                        person.pupil() ? PersonalData.PUPIL : PersonalData.STAFF,
                        person.pupil() ? "roster: number of a pupil" : "roster: number of a person of the staff"));
            case SECRET ->
                List.of(whole(hit, person.pupil() ? PersonalData.PUPIL : PersonalData.STAFF, "roster: private"));
        };
    }

    /** A pupil's name; of whom parents allow it, all but the words from {@code family} to {@code end} stays. */
    private List<Found> named(Hit hit, int family, int end) {
        boolean also = names.isStaff(hit.phrase().words());
        String origin = "roster: name of a pupil" + (also ? ", and of a person of the staff" : "");
        return switch (gradeBand ? hit.phrase().of().shown() : RosterPerson.Permission.NONE) {
            case NONE -> List.of(whole(hit, PersonalData.PUPIL, origin));
            case FULL -> List.of();
            case LIMITED ->
                ShortNames.limited(
                        hit.tokens().subList(family, end), hit.phrase().of());
        };
    }

    private static Found whole(Hit hit, PersonalData kind, String origin) {
        return new Found(hit.start(), hit.end(), kind, origin);
    }
}
