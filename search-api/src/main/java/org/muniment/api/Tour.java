package org.muniment.api;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A part of the demo made of commands that anyone can type again. */
final class Tour {
    private final Terminal terminal;
    private final List<Step> steps;

    /**
     * A command of the tour.
     *
     * @param why what it shows
     * @param arguments as typed
     * @param expected the exit code that the tour tells of
     */
    private record Step(String why, List<String> arguments, int expected) {
        List<String> and(String... more) {
            return Stream.concat(arguments.stream(), Arrays.stream(more)).toList();
        }
    }

    /**
     * What a command answered.
     *
     * @param command as typed
     * @param answer its JSON
     */
    record Answer(String command, JsonNode answer) {}

    /**
     * @param lines a line that says why, then one with the exit code and the arguments, parted by bars
     * @param filled puts in what differs each time
     */
    Tour(Terminal terminal, List<String> lines, UnaryOperator<String> filled) {
        this.terminal = terminal;
        this.steps = IntStream.range(0, lines.size() / 2)
                .mapToObj(step ->
                        step(lines.get(2 * step), lines.get(2 * step + 1).split("\\|"), filled))
                .toList();
    }

    private static Step step(String why, String[] words, UnaryOperator<String> filled) {
        List<String> arguments = Arrays.stream(words).skip(1).map(filled).toList();
        return new Step(why, arguments, Integer.parseInt(words[0]));
    }

    /** Shows each command and what it says. */
    void show() {
        for (Step step : steps) {
            terminal.say("");
            terminal.sayWrapped("  ", step.why());
            terminal.say("  $ ./muniment %s", typed(step.arguments()));
            check(step, Muniment.run(terminal, step.arguments().toArray(String[]::new)));
        }
    }

    /** Runs each command for a program. */
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Step step : steps) {
            StringWriter said = new StringWriter();
            Terminal aside = new Terminal(
                    new PrintWriter(said),
                    new PrintWriter(new StringWriter()),
                    OutputStream.nullOutputStream(),
                    terminal.clock(),
                    false);
            check(step, Muniment.run(aside, step.and("--json").toArray(String[]::new)));
            answers.add(new Answer(typed(step.arguments()), Json.read(said.toString())));
        }
        return answers;
    }

    private static void check(Step step, int code) {
        if (code != step.expected()) {
            throw new IllegalStateException(
                    "The demo's command did not do what it should (exit " + code + "): " + typed(step.arguments()));
        }
    }

    private static String typed(List<String> arguments) {
        return String.join(
                " ",
                arguments.stream()
                        .map(word -> word.matches("[\\w@./:-]+") ? word : "'" + word + "'")
                        .toList());
    }
}
