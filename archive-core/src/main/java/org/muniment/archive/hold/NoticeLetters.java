package org.muniment.archive.hold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.hold.Notice.Step;

/**
 * The letters about holds, from templates: text in UTF-8, the first line {@code Subject: …}, then an empty line, then the
 * letter with names in braces. A district's own stand in the archive's folder {@code letters}; what is missing there is as
 * shipped. Read anew for each letter. Safe for many threads.
 */
public final class NoticeLetters {
    private static final Pattern NAME = Pattern.compile("\\{([^{}\\s]*)}");
    private static final String SUBJECT = "Subject:";

    private final Path folder;

    /** @param folder the district's own templates; need not exist */
    public NoticeLetters(Path folder) {
        this.folder = folder;
    }

    /**
     * The letter for a step.
     *
     * @throws HoldRefused when the template is wrong, saying in which line, or the step has no letter
     */
    public NoticeText of(Step step, LetterFacts facts) {
        String name = file(step);
        List<String> lines = template(name).lines().toList();
        if (lines.size() < 3
                || !lines.getFirst().startsWith(SUBJECT)
                || !lines.get(1).isBlank()) {
            throw new HoldRefused(
                    "letters/" + name + " must begin with a line Subject: …, then an empty line, then the letter");
        }
        Map<String, String> byName = facts.byName();
        List<String> filled = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            filled.add(filled(lines.get(line), byName, name, line + 1));
        }
        String body = String.join("\n", filled.subList(2, filled.size())).strip() + "\n";
        refuseWithoutLink(step, name, body, facts);
        try {
            return new NoticeText(filled.getFirst().substring(SUBJECT.length()).strip(), body);
        } catch (IllegalArgumentException wrong) {
            throw new HoldRefused("letters/" + name + ": " + wrong.getMessage());
        }
    }

    private static void refuseWithoutLink(Step step, String name, String body, LetterFacts facts) {
        if (step != Step.RELEASED && !body.contains(facts.link())) {
            throw new HoldRefused("letters/" + name + " must hold {link}: without it nobody can acknowledge");
        }
    }

    private static String filled(String line, Map<String, String> facts, String name, int number) {
        Matcher names = NAME.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (names.find()) {
            String value = facts.get(names.group(1));
            if (value == null) {
                throw new HoldRefused("letters/" + name + ", line " + number + ": there is no {" + names.group(1)
                        + "}. These can be used: " + String.join(", ", facts.keySet()));
            }
            names.appendReplacement(filled, Matcher.quoteReplacement(value.replaceAll("\\p{Cntrl}+", " ")));
        }
        return names.appendTail(filled).toString();
    }

    private String template(String name) {
        Path own = folder.resolve(name);
        try {
            return Files.exists(own) ? Files.readString(own) : shipped(name);
        } catch (CharacterCodingException notUtf8) {
            throw new HoldRefused("letters/" + name + " is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("A letter's template can't be read: " + own, e);
        }
    }

    /**
     * Puts the shipped templates into the folder, to be edited; those that are there stay as they are.
     *
     * @return the files that were written
     */
    public List<Path> lay() {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Step step : List.of(Step.SENT, Step.REMINDED, Step.RELEASED)) {
                Path file = folder.resolve(file(step));
                if (!Files.exists(file)) {
                    written.add(Files.writeString(file, shipped(file(step))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The templates can't be written into " + folder, e);
        }
        return written;
    }

    private static String file(Step step) {
        return switch (step) {
            case SENT -> "hold-notice.txt";
            case REMINDED -> "hold-reminder.txt";
            case RELEASED -> "hold-release.txt";
            case ACKNOWLEDGED -> throw new HoldRefused("An acknowledgement comes from the custodian: it has no letter");
        };
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NoticeLetters.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
