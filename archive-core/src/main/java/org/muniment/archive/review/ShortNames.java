package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.archive.review.NameTrie.Hit;
import org.muniment.archive.review.RosterPerson.Permission;

/**
 * Finds first names, family names and initials that stand alone, of pupils whom the same item names in full or by number. For
 * one item.
 */
final class ShortNames {
    private static final String ORIGIN = "roster: short name of a pupil named in this item";
    private static final Pattern TITLE = Pattern.compile("(?i)(?:mr|mrs|ms|miss|mx|dr|sr|sra|family|parent)\\.?\\s+$");
    private static final Pattern SENTENCE_START = Pattern.compile("(?s)(?:^|.*[.!?:>\\n])[\\s\"'(>*-]*");

    private final RosterNames names;
    private final boolean gradeBand;
    private final Set<String> given = new HashSet<>();
    private final Set<String> family = new HashSet<>();
    private final Set<String> familyShown = new HashSet<>();
    private final Set<String> initials = new HashSet<>();

    ShortNames(RosterNames names, Set<RosterPerson> named, boolean gradeBand) {
        this.names = names;
        this.gradeBand = gradeBand;
        named.forEach(this::add);
    }

    private void add(RosterPerson person) {
        Permission shown = gradeBand ? person.shown() : Permission.NONE;
        List<List<String>> families = RosterNames.families(person);
        switch (shown) {
            case FULL -> {}
            case LIMITED -> families.forEach(words -> familyShown.add(words.getLast()));
            case NONE -> {
                person.given().map(Token::folded).forEach(words -> {
                    if (words.size() == 1 && words.getFirst().length() > 1) {
                        given.add(words.getFirst());
                        families.forEach(last -> initials.add(
                                words.getFirst() + " " + last.getFirst().charAt(0)));
                    }
                });
                families.forEach(words -> family.addAll(words));
                person.parents().stream()
                        .map(Token::folded)
                        .filter(words -> words.size() > 1)
                        .forEach(words -> family.add(words.getLast()));
            }
        }
    }

    /** Finds what stands outside the full names. */
    List<Found> find(String text, List<Token> tokens, List<Hit> full) {
        List<Found> found = new ArrayList<>();
        if (given.isEmpty() && family.isEmpty() && familyShown.isEmpty()) {
            return found;
        }
        List<Hit> sorted =
                full.stream().sorted(Comparator.comparingInt(Hit::start)).toList();
        int next = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            while (next < sorted.size() && sorted.get(next).end() <= token.start()) {
                next++;
            }
            boolean free =
                    next == sorted.size() || token.end() <= sorted.get(next).start();
            if (free && token.capital()) {
                found(text, tokens, at).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Found> found(String text, List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (given.contains(token.folded()) && isName(text, token)) {
            return Optional.of(new Found(token.start(), endWithInitial(tokens, at), PersonalData.PUPIL, ORIGIN));
        }
        boolean titled = TITLE.matcher(text.substring(Math.max(0, token.start() - 10), token.start()))
                .find();
        boolean alone = !names.isStaffSurname(token.folded()) && !CommonWords.has(token.folded());
        if (family.contains(token.folded()) && token.folded().length() > 1 && (titled || alone)) {
            return Optional.of(new Found(token.start(), token.end(), PersonalData.PUPIL, ORIGIN));
        }
        if (familyShown.contains(token.folded()) && token.folded().length() > 1 && alone && !titled) {
            return Optional.of(new Found(token.start() + 1, token.end(), PersonalData.PUPIL, ORIGIN));
        }
        return Optional.empty();
    }

    /** At a sentence's start every word has a capital. */
    private static boolean isName(String text, Token token) {
        String before = text.substring(Math.max(0, token.start() - 24), token.start());
        boolean possessive = text.startsWith("'s", token.end()) || text.startsWith("\u2019s", token.end());
        return !CommonWords.has(token.folded())
                || possessive
                || !SENTENCE_START.matcher(before).matches();
    }

    /** Maria L. */
    private int endWithInitial(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (at + 1 < tokens.size()) {
            Token after = tokens.get(at + 1);
            if (after.capital()
                    && after.folded().length() == 1
                    && after.start() == token.end() + 1
                    && initials.contains(token.folded() + " " + after.folded())) {
                return after.end();
            }
        }
        return token.end();
    }

    /** A family name of which the initial stays, and a middle name of which nothing does. */
    static List<Found> limited(List<Token> tokens, RosterPerson person) {
        Set<String> last = new HashSet<>(Token.folded(person.last()));
        List<Found> found = new ArrayList<>();
        boolean first = true;
        for (Token token : tokens) {
            boolean initial = first && last.contains(token.folded());
            first &= !initial;
            int start = initial ? token.start() + 1 : token.start();
            if (start < token.end()) {
                found.add(new Found(
                        start, token.end(), PersonalData.PUPIL, "rule AR 7203 F: first name and initial may stay"));
            }
        }
        return found;
    }
}
