package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What leads through a bundle: a bookmark for each paper, a label for each page. */
final class Guide {
    private final List<Mark> front = new ArrayList<>();
    private final List<Mark> body = new ArrayList<>();
    private final List<String> frontLabels = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    /** A bookmark. */
    private record Mark(String title, int level, int page) {}

    void add(Paper paper, boolean inFront, int page, List<String> marks) {
        (inFront ? front : body).add(new Mark(paper.title(), paper.level(), page));
        (inFront ? frontLabels : labels).addAll(marks);
    }

    /** Writes it; returns the catalog's entries. */
    String write(PdfFile file) throws IOException {
        List<Mark> marks = new ArrayList<>(front);
        marks.addAll(body);
        String labelled = " /PageLabels <</Nums [" + labels() + "]>>";
        return marks.isEmpty()
                ? labelled
                : labelled + " /PageMode /UseOutlines /Outlines " + outline(marks, file) + " 0 R";
    }

    /** A label for each page; pages without a mark are i, ii, iii. */
    private String labels() {
        List<String> all = new ArrayList<>(frontLabels);
        all.addAll(labels);
        StringBuilder entries = new StringBuilder();
        int unmarked = 0;
        for (int page = 0; page < all.size(); page++) {
            String mark = all.get(page);
            entries.append(page)
                    .append(
                            mark.isEmpty()
                                    ? " <</S /r /St " + ++unmarked + ">> "
                                    : " <</P " + PdfFile.string(mark) + ">> ");
        }
        return entries.toString();
    }

    private static int outline(List<Mark> marks, PdfFile file) throws IOException {
        int root = file.allocate();
        List<Integer> tops = new ArrayList<>();
        for (int at = 0; at < marks.size(); at++) {
            // A paper of level 2 with none of level 1 before it stands at the top.
            if (marks.get(at).level() == 1 || at == 0) {
                tops.add(at);
            }
        }
        List<Integer> numbers = tops.stream().map(top -> file.allocate()).toList();
        for (int top = 0; top < tops.size(); top++) {
            int next = top + 1 < tops.size() ? tops.get(top + 1) : marks.size();
            String inner = inner(marks.subList(tops.get(top) + 1, next), numbers.get(top), file);
            write(marks.get(tops.get(top)), numbers, top, root, inner, file);
        }
        file.write(
                root,
                "<</Type /Outlines /Count " + tops.size() + " /First " + numbers.getFirst() + " 0 R /Last "
                        + numbers.getLast() + " 0 R>>");
        return root;
    }

    /** Writes the bookmarks below one, closed; returns its entries for them. */
    private static String inner(List<Mark> marks, int parent, PdfFile file) throws IOException {
        if (marks.isEmpty()) {
            return "";
        }
        List<Integer> numbers = marks.stream().map(mark -> file.allocate()).toList();
        for (int at = 0; at < marks.size(); at++) {
            write(marks.get(at), numbers, at, parent, "", file);
        }
        return " /Count -" + marks.size() + " /First " + numbers.getFirst() + " 0 R /Last " + numbers.getLast()
                + " 0 R";
    }

    private static void write(Mark mark, List<Integer> numbers, int at, int parent, String inner, PdfFile file)
            throws IOException {
        String before = at > 0 ? " /Prev " + numbers.get(at - 1) + " 0 R" : "";
        String after = at + 1 < numbers.size() ? " /Next " + numbers.get(at + 1) + " 0 R" : "";
        file.write(
                numbers.get(at),
                "<</Title " + PdfFile.string(Passage.plain(mark.title())) + " /Parent " + parent + " 0 R" + before
                        + after + " /Dest [" + mark.page() + " 0 R /Fit]" + inner + ">>");
    }
}
