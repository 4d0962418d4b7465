package org.muniment.batch.ingest.sources;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code sources.yaml}: one list, {@code sources:}, of entries with {@code name}, {@code type} and the keys of that
 * kind. Nothing in the file is made into an object: only text, lists and maps are read. What is wrong with one entry does
 * not keep the others from being used; what is wrong with the file as a whole does.
 */
public final class SourcesFile {
    /** Its usual name, in the archive's folder. */
    public static final String NAME = "sources.yaml";

    private static final String LAYOUT = "Write sources: and below it entries that begin with - name:";

    private final Path file;
    private final List<SourceKind> kinds;
    private final Map<String, String> environment;

    /**
     * @param file where it is; paths in it are counted from its folder
     * @param kinds what entries may name
     * @param environment the variables that secrets may name
     */
    public SourcesFile(Path file, List<SourceKind> kinds, Map<String, String> environment) {
        this.file = file.toAbsolutePath().normalize();
        this.kinds = List.copyOf(kinds);
        this.environment = Map.copyOf(environment);
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** Whether there is one: an archive may have no sources set up. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads the file.
     *
     * @return its entries in their order
     * @throws SettingsProblem when it can't be read as a whole
     * @throws UncheckedIOException when it can't be opened
     */
    public List<SourceEntry> read() throws SettingsProblem {
        List<SourceEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : list(composed(text()))) {
            entries.add(entry(node, names, new Surroundings(file.resolveSibling(""), environment)));
        }
        return entries;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of sources can't be read", e);
        }
    }

    private static Node composed(String yaml) throws SettingsProblem {
        try {
            @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new SettingsProblem(1, "The file is empty", LAYOUT);
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new SettingsProblem(
                    mark == null ? 1 : mark.getLine() + 1, "This is no YAML", "Mind indents, quotes and colons");
        } catch (YAMLException e) {
            throw new SettingsProblem(1, "This is no YAML", "Mind indents, quotes and colons");
        }
    }

    private static List<Node> list(Node root) throws SettingsProblem {
        if (root instanceof MappingNode map && map.getValue().size() == 1) {
            NodeTuple pair = map.getValue().getFirst();
            if (scalar(pair.getKeyNode()).equals("sources") && pair.getValueNode() instanceof SequenceNode list) {
                return list.getValue();
            }
        }
        throw new SettingsProblem(root.getStartMark().getLine() + 1, "The file holds no list of sources", LAYOUT);
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private SourceEntry entry(Node node, Set<String> names, Surroundings around) {
        int line = node.getStartMark().getLine() + 1;
        String name = peek(node, "name");
        String type = peek(node, "type");
        try {
            return new SourceEntry(
                    name, type, line, accounts(node, name, type, names, around), Optional.empty(), around.warnings());
        } catch (SettingsProblem problem) {
            return new SourceEntry(name, type, line, List.of(), Optional.of(problem), around.warnings());
        }
    }

    private List<Account> accounts(Node node, String name, String type, Set<String> names, Surroundings around)
            throws SettingsProblem {
        SourceSettings settings = SourceSettings.of(name, node, around);
        settings.text("name");
        settings.text("type");
        if (!names.add(name)) {
            throw settings.problem("name", "There are two sources named '" + name + "'", "Give one another name");
        }
        SourceKind kind = kinds.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow(() -> settings.problem(
                        "type",
                        "'" + type + "' is no kind of source",
                        "Write one of " + kinds.stream().map(SourceKind::type).collect(Collectors.joining(", "))));
        List<Account> accounts = kind.accounts(settings);
        settings.finish();
        return accounts;
    }

    /** What an entry calls itself, also when there is something wrong with it. */
    private static String peek(Node node, String key) {
        if (!(node instanceof MappingNode map)) {
            return "";
        }
        return map.getValue().stream()
                .filter(pair -> scalar(pair.getKeyNode()).equals(key))
                .map(pair -> scalar(pair.getValueNode()))
                .findFirst()
                .orElse("");
    }
}
