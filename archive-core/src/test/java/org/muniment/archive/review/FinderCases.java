package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in which what a finder should find stands between double angle brackets, and how much of it a finder finds: a passage
 * counts as found when its letters and digits are covered, a proposal as wrong when it covers letters of no passage.
 */
record FinderCases(List<String> marked) {
    private static final Pattern MARK = Pattern.compile("\u00ab|\u00bb");

    /**
     * A finder's score.
     *
     * @param missed passages not wholly covered, in their texts
     * @param wrong proposals that cover nothing that was meant, in their texts
     */
    record Score(int meant, int proposed, List<String> missed, List<String> wrong) {
        double recall() {
            return meant == 0 ? 1 : 1 - (double) missed.size() / meant;
        }

        double precision() {
            return proposed == 0 ? 1 : 1 - (double) wrong.size() / proposed;
        }

        @Override
        public String toString() {
            return String.format(
                    "%d passages, %d proposals: recall %.3f, precision %.3f; missed %s; wrong %s",
                    meant, proposed, recall(), precision(), missed, wrong);
        }
    }

    Score score(Finder finder) {
        int meant = 0;
        int proposed = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String one : marked) {
            String text = MARK.matcher(one).replaceAll("");
            List<int[]> passages = passages(one);
            List<Found> found =
                    finder.find(Map.of((Part) new Part.Body(), text)).getOrDefault(new Part.Body(), List.of());
            meant += passages.size();
            proposed += found.size();
            passages.stream()
                    .filter(passage -> !isCovered(text, passage, found))
                    .forEach(passage -> missed.add(one));
            found.stream()
                    .filter(proposal -> passages.stream()
                            .noneMatch(passage -> proposal.start() < passage[1] && passage[0] < proposal.end()))
                    .forEach(proposal -> wrong.add(text.substring(proposal.start(), proposal.end()) + " in: " + one));
        }
        return new Score(meant, proposed, missed, wrong);
    }

    private static List<int[]> passages(String marked) {
        List<int[]> passages = new ArrayList<>();
        Matcher marks = MARK.matcher(marked);
        int before = 0;
        while (marks.find()) {
            int start = marks.start() - before;
            marks.find();
            passages.add(new int[] {start, marks.start() - before - 1});
            before += 2;
        }
        return passages;
    }

    private static boolean isCovered(String text, int[] passage, List<Found> found) {
        for (int at = passage[0]; at < passage[1]; at++) {
            int unit = at;
            if (Character.isLetterOrDigit(text.charAt(at))
                    && found.stream().noneMatch(one -> one.start() <= unit && unit < one.end())) {
                return false;
            }
        }
        return true;
    }

    /** The passages of each case as the finder sees them, by kind. */
    static Map<PersonalData, List<String>> found(Finder finder, String text) {
        Map<PersonalData, List<String>> byKind = new TreeMap<>(Comparator.naturalOrder());
        finder.find(Map.of((Part) new Part.Body(), text))
                .values()
                .forEach(all -> all.forEach(one -> byKind.computeIfAbsent(one.kind(), any -> new ArrayList<>())
                        .add(text.substring(one.start(), one.end()))));
        return byKind;
    }
}
