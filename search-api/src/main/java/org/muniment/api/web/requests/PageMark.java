package org.muniment.api.web.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.muniment.archive.pdf.Spot;
import org.muniment.archive.review.ReviewRefused;

/**
 * What somebody marked on a page: words, whole lines, or an area. A field that a form leaves out is empty.
 *
 * @param item whose page
 * @param document from 0, the message
 * @param page from 1
 * @param hidden digest of what was removed when the page was seen
 * @param words numbers of words, {@code 3} or {@code 3-9}; empty for none
 * @param line the same for lines that were ticked
 * @param left of an area, in hundredths of the page; empty for no area
 * @param top the same
 * @param width the same
 * @param height the same
 */
record PageMark(
        String item,
        int document,
        int page,
        String hidden,
        String words,
        List<String> line,
        String left,
        String top,
        String width,
        String height) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?");

    PageMark {
        item = Objects.requireNonNullElse(item, "");
        hidden = Objects.requireNonNullElse(hidden, "");
        words = Objects.requireNonNullElse(words, "");
        line = List.copyOf(Objects.requireNonNullElse(line, List.of()));
        left = Objects.requireNonNullElse(left, "");
        top = Objects.requireNonNullElse(top, "");
        width = Objects.requireNonNullElse(width, "");
        height = Objects.requireNonNullElse(height, "");
    }

    /**
     * What is to be hidden.
     *
     * @throws ReviewRefused when nothing is marked
     */
    Marked marked() {
        List<Integer> numbers = numbers();
        if (!numbers.isEmpty()) {
            return new Marked.Words(numbers);
        }
        if (left.isBlank() && top.isBlank() && width.isBlank() && height.isBlank()) {
            throw new ReviewRefused("Mark words or draw an area on the page, or tick lines of it.");
        }
        return new Marked.Area(area());
    }

    private List<Integer> numbers() {
        List<String> ranges = new ArrayList<>(line);
        ranges.add(words);
        List<Integer> numbers = new ArrayList<>();
        for (String range : ranges) {
            Matcher matcher = RANGE.matcher(range.strip());
            if (matcher.matches()) {
                int from = Integer.parseInt(matcher.group(1));
                int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
                IntStream.rangeClosed(from, to).forEach(numbers::add);
            }
        }
        return numbers;
    }

    private Spot area() {
        try {
            double x = share(left);
            double y = share(top);
            return new Spot(x, y, Math.min(share(width), 1 - x), Math.min(share(height), 1 - y));
        } catch (IllegalArgumentException wrong) {
            throw new ReviewRefused("An area has four numbers from 0 to 100: hundredths of the page.");
        }
    }

    private static double share(String hundredths) {
        return Double.parseDouble(hundredths.strip().toLowerCase(Locale.ROOT)) / 100;
    }
}
