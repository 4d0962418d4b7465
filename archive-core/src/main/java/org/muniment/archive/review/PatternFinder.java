package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Finds personal data by how it is written and by the words around it: Social Security numbers, telephone numbers, personal
 * e-mail addresses, birth dates and home addresses, as written in the United States. Made to miss little: a person strikes
 * what is none. What it finds and misses: decisions/0017.
 */
public final class PatternFinder implements Finder {
    /** Far more than pages have that a person would read. */
    private static final int MOST = 10_000;

    private final List<DataPattern> patterns;

    /**
     * @param kinds what to look for; pupils and staff are found by a roster only
     * @param own what is the agency's own, and left alone
     */
    public PatternFinder(Set<PersonalData> kinds, OwnContacts own) {
        this.patterns = List.of(
                        DataPattern.ssn(),
                        DataPattern.phone(own),
                        DataPattern.email(own),
                        DataPattern.birthDate(),
                        DataPattern.homeAddress(own))
                .stream()
                .filter(pattern -> kinds.contains(pattern.kind()))
                .toList();
    }

    @Override
    public Map<Part, List<Found>> find(Map<Part, String> texts) {
        Map<Part, List<Found>> found = new LinkedHashMap<>();
        texts.forEach((part, text) -> {
            List<Found> here = find(text);
            if (!here.isEmpty()) {
                found.put(part, here);
            }
        });
        return found;
    }

    private List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (DataPattern pattern : patterns) {
            Matcher matcher = pattern.form().matcher(text);
            while (matcher.find() && found.size() < MOST) {
                if (pattern.holds().holds(matcher.group(), DataPattern.place(text, matcher))
                        && isFree(found, matcher.start(), matcher.end())) {
                    found.add(new Found(
                            matcher.start(),
                            matcher.end(),
                            pattern.kind(),
                            "pattern: " + pattern.kind().words()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** What is a Social Security number is no telephone number. */
    private static boolean isFree(List<Found> found, int start, int end) {
        return found.stream().noneMatch(one -> one.start() < end && start < one.end());
    }
}
