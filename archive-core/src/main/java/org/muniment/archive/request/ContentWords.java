package org.muniment.archive.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request is about: the words of it that do not stand in every request. */
final class ContentWords {
    private static final Pattern QUOTED = Pattern.compile("[\"\u201c]([^\"\u201c\u201d]{2,100})[\"\u201d]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019&./-][\\p{L}\\p{N}]+)*");
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(about|regarding|concerning|relat(?:ed|ing) to|pertaining to|mention(?:s|ing)?|discuss(?:es|ing)?"
                    + "|contain(?:s|ing)?|on the subject of|in regards? to|with respect to|referenc(?:es|ing))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> COMMON = common();

    private ContentWords() {}

    private static Set<String> common() {
        try (InputStream in = ContentWords.class.getResourceAsStream("common-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its list of common words");
            }
            Set<String> words = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(Arrays.asList(line.split(" "))));
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in small letters. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        runs(text).forEach(words::addAll);
        return words;
    }

    /**
     * Words that stand together, in small letters; what is in quotation marks stays together, whatever the words. When the text
     * says what it is about, only what follows counts.
     */
    static List<List<String>> runs(String text) {
        Matcher about = SUBJECT.matcher(text);
        if (about.find()) {
            List<List<String>> subject = allRuns(text.substring(about.end()));
            if (!subject.isEmpty()) {
                return subject;
            }
        }
        return allRuns(text);
    }

    private static List<List<String>> allRuns(String text) {
        List<List<String>> runs = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        int from = 0;
        while (quoted.find()) {
            addRuns(text.substring(from, quoted.start()), runs);
            List<String> phrase = words(quoted.group(1));
            if (!phrase.isEmpty()) {
                runs.add(phrase);
            }
            from = quoted.end();
        }
        addRuns(text.substring(from), runs);
        return runs.stream().distinct().toList();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void addRuns(String text, List<List<String>> runs) {
        List<String> run = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            String found = word.group().toLowerCase(Locale.ROOT);
            boolean apart = !text.substring(end, word.start()).isBlank();
            boolean common = COMMON.contains(found) || found.length() < 2;
            if (apart || common) {
                close(run, runs);
            }
            if (!common) {
                run.add(found);
            }
            end = word.end();
        }
        close(run, runs);
    }

    private static void close(List<String> run, List<List<String>> runs) {
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
            run.clear();
        }
    }
}
