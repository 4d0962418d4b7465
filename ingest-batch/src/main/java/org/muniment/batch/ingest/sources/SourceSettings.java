package org.muniment.batch.ingest.sources;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The settings of one entry of {@code sources.yaml}, or of a map in it. Each getter knows the line, so that what is wrong is
 * told with its place. Keys that no getter asked for are refused in the end. For one thread.
 */
public final class SourceSettings {
    private final String name;
    private final int line;
    private final Surroundings around;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<SourceSettings> parts = new ArrayList<>();

    private SourceSettings(String name, int line, Surroundings around) {
        this.name = name;
        this.line = line;
        this.around = around;
    }

    static SourceSettings of(String name, Node node, Surroundings around) throws SettingsProblem {
        var settings = new SourceSettings(name, line(node), around);
        if (!(node instanceof MappingNode map)) {
            throw new SettingsProblem(line(node), "Here stand no keys and values", "Write them as key: value");
        }
        for (NodeTuple pair : map.getValue()) {
            settings.add(pair);
        }
        return settings;
    }

    private void add(NodeTuple pair) throws SettingsProblem {
        int where = line(pair.getKeyNode());
        if (!(pair.getKeyNode() instanceof ScalarNode key)) {
            throw new SettingsProblem(where, "A key is a list or a map", "Write one word before the colon");
        }
        if (values.putIfAbsent(key.getValue(), pair.getValueNode()) != null) {
            throw new SettingsProblem(where, key.getValue() + " stands here twice", "Keep one of them");
        }
        lines.put(key.getValue(), where);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The entry's name, as {@code muniment sources} shows it. */
    public String name() {
        return name;
    }

    /** Where the entry begins, from 1. */
    public int line() {
        return line;
    }

    /** Where a key stands, from 1; where the entry begins if it has no such key. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** A problem with the value of a key. */
    public SettingsProblem problem(String key, String what, String remedy) {
        return new SettingsProblem(line(key), what, remedy);
    }

    /** Whether a key is there, with whatever value. */
    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The text of a key that must be there. */
    public String text(String key) throws SettingsProblem {
        return find(key).orElseThrow(() -> missing(key));
    }

    /** The text of a key that may be absent. */
    public Optional<String> find(String key) throws SettingsProblem {
        Node node = node(key);
        return node == null ? Optional.empty() : Optional.of(scalar(key, node));
    }

    /** One of a few words, in small letters. */
    public <E extends Enum<E>> E choice(String key, Class<E> words, E otherwise) throws SettingsProblem {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Stream.of(words.getEnumConstants())
                .filter(word -> word(word).equals(text.get()))
                .findFirst()
                .orElseThrow(() -> problem(
                        key,
                        key + " is '" + text.get() + "'",
                        "Write one of "
                                + Stream.of(words.getEnumConstants())
                                        .map(SourceSettings::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A whole number, bounds inclusive. */
    public long whole(String key, long least, long most, long otherwise) throws SettingsProblem {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String remedy = "Write a whole number from " + least + " to " + most;
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw problem(key, key + " is no whole number", remedy);
        }
        throw problem(key, key + " is " + text.get(), remedy);
    }

    /** true or false. */
    public boolean flag(String key, boolean otherwise) throws SettingsProblem {
        String text = find(key).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw problem(key, key + " is '" + text + "'", "Write true or false");
        }
        return text.equals("true");
    }

    /** The texts of a list; a single text is a list of one; none when the key is absent. */
    public List<String> texts(String key) throws SettingsProblem {
        Node node = node(key);
        if (node instanceof SequenceNode list) {
            List<String> texts = new ArrayList<>();
            for (Node part : list.getValue()) {
                texts.add(scalar(key, part));
            }
            return texts;
        }
        return node == null ? List.of() : List.of(scalar(key, node));
    }

    /** A length of time: {@code 90 seconds}, {@code 10 minutes}, {@code 2 hours}, {@code 1 day}, or ISO 8601 ({@code PT10M}). */
    public Duration period(String key, Duration otherwise) throws SettingsProblem {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return PeriodWords.read(text.get())
                .orElseThrow(() ->
                        problem(key, key + " is no length of time", "Write it as in 10 minutes, 2 hours or 1 day"));
    }

    /** A file or folder, counted from the folder that {@code sources.yaml} is in. */
    public Path path(String key) throws SettingsProblem {
        try {
            return around.resolve(text(key));
        } catch (InvalidPathException e) {
            throw problem(key, key + " is no path", "Write the file or folder, with / between its levels");
        }
    }

    /** A secret that must be there; it stands in the environment or in a file, never here. */
    public Secret secret(String key) throws SettingsProblem {
        return findSecret(key).orElseThrow(() -> missing(key));
    }

    /** A secret that may be absent. */
    public Optional<Secret> findSecret(String key) throws SettingsProblem {
        Node node = node(key);
        if (node == null) {
            return Optional.empty();
        }
        var reader = new SecretReader(around, key, line(key));
        if (!(node instanceof MappingNode)) {
            throw reader.literal();
        }
        return Optional.of(reader.read(of(key, node, around)));
    }

    /** The maps of a list, each named by its place; a single map is a list of one; none when the key is absent. */
    public List<SourceSettings> entries(String key) throws SettingsProblem {
        Node node = node(key);
        List<Node> nodes =
                node instanceof SequenceNode list ? list.getValue() : node == null ? List.<Node>of() : List.of(node);
        List<SourceSettings> entries = new ArrayList<>();
        for (Node part : nodes) {
            entries.add(of(key + " " + (entries.size() + 1), part, around));
        }
        parts.addAll(entries);
        return entries;
    }

    /** One person. */
    public Custodian custodian(String key) throws SettingsProblem {
        String text = text(key).strip();
        if (!text.matches("[^\\s\\p{Cc}<>,;\"]{1,320}")) {
            throw problem(key, key + " is no address", "Write one, such as principal@district.example");
        }
        return new Custodian(text);
    }

    /**
     * Whose items they are, by the keys {@code custodian} and {@code folder-custodians}: one person, or whom the first
     * folder level names.
     */
    public Custody custody() throws SettingsProblem {
        Optional<Custodian> person = has("custodian") ? Optional.of(custodian("custodian")) : Optional.empty();
        if (flag("folder-custodians", false)) {
            return new Custody.ByFolder(person);
        }
        return new Custody.One(person.orElseThrow(() -> new SettingsProblem(
                line,
                "It is not told whose items these are",
                "Write custodian: ADDRESS, or folder-custodians: true when the first folder level names the person")));
    }

    /** Says something that does not keep the source from being used. */
    public void warn(String key, String words) {
        around.warn(line(key), words);
    }

    /** Refuses keys that nobody asked for, here and in all maps that were handed out. */
    public void finish() throws SettingsProblem {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw problem(key, "'" + key + "' has no meaning here", "Write one of " + String.join(", ", asked));
            }
        }
        for (SourceSettings part : parts) {
            part.finish();
        }
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    private SettingsProblem missing(String key) {
        return new SettingsProblem(line, key + " is missing", "Write " + key + ":");
    }

    private String scalar(String key, Node node) throws SettingsProblem {
        if (!(node instanceof ScalarNode scalar)) {
            throw new SettingsProblem(line(node), key + " is a list or a map", "Write a text");
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            throw new SettingsProblem(line(node), key + " is empty", "Write what it is, or leave the key out");
        }
        return scalar.getValue();
    }

    @Override
    public String toString() {
        return name + " (line " + line + ")";
    }
}
