package org.muniment.batch.ingest.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an entry refers to outside of itself, and what is remarked about it. */
final class Surroundings {
    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param folder of the file, from which its paths are counted
     * @param environment the variables that secrets may name
     */
    Surroundings(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    Path resolve(String path) {
        return folder.resolve(path).toAbsolutePath().normalize();
    }

    Map<String, String> environment() {
        return environment;
    }

    void warn(int line, String words) {
        warnings.add("line " + line + ": " + words);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
