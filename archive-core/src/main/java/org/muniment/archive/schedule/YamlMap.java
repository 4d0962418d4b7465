package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muniment.archive.schedule.ScheduleInvalid.Problem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map of a YAML file whose keys are known beforehand. What is wrong with it is noted with its line, and reading goes on, so that
 * all of it is told at once. Nothing in the file is ever made into an object: only text, lists and maps are read.
 */
final class YamlMap {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<Problem> problems;
    private final int line;

    private YamlMap(int line, List<Problem> problems) {
        this.line = line;
        this.problems = problems;
    }

    /** The map that a node is; what is no map, and keys that are not among the known, are problems. */
    static YamlMap of(Node node, Set<String> known, List<Problem> problems) {
        var map = new YamlMap(line(node), problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> map.add(pair, known));
        } else {
            map.problem(line(node), "Here stands no map", "Write keys and values: " + String.join(", ", known));
        }
        return map;
    }

    /** A map that is not there. */
    static YamlMap none(int line, List<Problem> problems) {
        return new YamlMap(line, problems);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    int line() {
        return line;
    }

    /** Where the value of a key stands, else where the map begins. */
    int line(String key) {
        Node value = values.get(key);
        return value == null ? line : line(value);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key that must be there. */
    Optional<Node> required(String key) {
        if (!values.containsKey(key)) {
            problem(line, key + " is missing", "Write " + key + ":");
        }
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that may be absent. */
    Optional<Node> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The text of a key that must be there and hold some. */
    Optional<String> text(String key) {
        return required(key).flatMap(node -> scalar(key, node)).filter(text -> notBlank(key, text));
    }

    /** The text of a key that may be absent: then empty. */
    String textOrEmpty(String key) {
        return optional(key).flatMap(node -> scalar(key, node)).orElse("");
    }

    /** What the text of a key that must be there means; an IllegalArgumentException's message is the problem. */
    <T> Optional<T> read(String key, Function<String, T> meaning) {
        return text(key).flatMap(text -> meaning(line(key), text, meaning));
    }

    <T> Optional<T> meaning(int where, String text, Function<String, T> meaning) {
        try {
            return Optional.of(meaning.apply(text));
        } catch (IllegalArgumentException e) {
            problem(where, String.valueOf(e.getMessage()), "Change it");
            return Optional.empty();
        }
    }

    /** true or false. */
    boolean flag(String key, boolean absent) {
        String text = has(key) ? text(key).orElse("") : Boolean.toString(absent);
        if (!text.equals("true") && !text.equals("false")) {
            problem(line(key), key + " is '" + text + "'", "Write true or false");
        }
        return text.equals("true");
    }

    /** The parts of the list that a key holds; none when it is absent. */
    List<Node> list(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return List.copyOf(sequence.getValue());
        }
        problem(line(node), key + " is no list", "Write each part on a line of its own after a hyphen");
        return List.of();
    }

    /** The texts in the list that a key holds, each with its line. */
    List<RecordSeries.Example> texts(String key) {
        var texts = new ArrayList<RecordSeries.Example>();
        for (Node node : list(key)) {
            scalar(key, node)
                    .filter(text -> notBlank(key, text))
                    .ifPresent(text -> texts.add(new RecordSeries.Example(text, line(node))));
        }
        return texts;
    }

    void problem(int where, String problem, String remedy) {
        problems.add(new Problem(where, problem, remedy));
    }

    private void add(NodeTuple pair, Set<String> known) {
        Node name = pair.getKeyNode();
        String key = name instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!known.contains(key)) {
            problem(line(name), "'" + key + "' has no meaning here", "Write one of " + String.join(", ", known));
        } else if (values.putIfAbsent(key, pair.getValueNode()) != null) {
            problem(line(name), key + " stands here twice", "Keep one of them");
        }
    }

    private Optional<String> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue());
        }
        problem(line(node), key + " is a list or a map", "Write a text");
        return Optional.empty();
    }

    private boolean notBlank(String key, String text) {
        if (text.isBlank()) {
            problem(line(key), key + " is empty", "Write what it says, or quote it");
            return false;
        }
        return true;
    }
}
