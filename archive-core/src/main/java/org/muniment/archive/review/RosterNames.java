package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.muniment.archive.review.NameTrie.Kind;
import org.muniment.archive.review.NameTrie.Phrase;

/** The phrases by which a roster's people are found. */
final class RosterNames {
    private final NameTrie trie = new NameTrie();
    private final Set<List<String>> staff = new HashSet<>();
    private final Set<String> staffSurnames = new HashSet<>();

    RosterNames(Roster roster) {
        roster.people().forEach(this::add);
    }

    NameTrie trie() {
        return trie;
    }

    /** Whether a person of the staff has that name, too. */
    boolean isStaff(List<String> words) {
        return staff.contains(words);
    }

    boolean isStaffSurname(String word) {
        return staffSurnames.contains(word);
    }

    private void add(RosterPerson person) {
        Kind identifier = Kind.ID;
        person.ids().forEach(id -> trie.add(new Phrase(person, identifier, Token.folded(id), 0)));
        person.secrets().forEach(secret -> trie.add(new Phrase(person, Kind.SECRET, Token.folded(secret), 0)));
        if (person.pupil()) {
            names(person, (words, given) -> trie.add(new Phrase(person, Kind.NAME, words, given)));
            inverted(person);
            person.parents().stream()
                    .map(Token::folded)
                    .filter(words -> words.size() > 1)
                    .forEach(words -> trie.add(new Phrase(person, Kind.PARENT, words, 1)));
        } else {
            names(person, (words, given) -> staff.add(words));
            staffSurnames.addAll(Token.folded(person.last()));
        }
    }

    /** Given and family name; a middle name between; of a double family name also either half. */
    private static void names(RosterPerson person, BiConsumer<List<String>, Integer> each) {
        List<List<String>> families = families(person);
        List<String> middle = Token.folded(person.middle());
        person.given().map(Token::folded).filter(given -> !given.isEmpty()).forEach(given -> {
            for (List<String> family : families) {
                each.accept(joined(given, family), given.size());
                if (!middle.isEmpty()) {
                    each.accept(joined(given, middle, family), given.size());
                }
            }
        });
    }

    private void inverted(RosterPerson person) {
        person.given().map(Token::folded).filter(given -> !given.isEmpty()).forEach(given -> {
            for (List<String> family : families(person)) {
                trie.add(new Phrase(person, Kind.INVERTED, joined(family, given), given.size()));
            }
        });
    }

    static List<List<String>> families(RosterPerson person) {
        List<String> last = Token.folded(person.last());
        List<List<String>> families = new ArrayList<>();
        if (!last.isEmpty()) {
            families.add(last);
        }
        if (last.size() > 1) {
            last.stream().filter(half -> half.length() > 3).forEach(half -> families.add(List.of(half)));
        }
        return families;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> words = new ArrayList<>();
        for (List<String> part : parts) {
            words.addAll(part);
        }
        return words;
    }
}
