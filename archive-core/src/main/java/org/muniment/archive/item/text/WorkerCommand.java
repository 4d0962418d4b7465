package org.muniment.archive.item.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a worker: this Java, these classes, a small heap, nothing of the outside. */
final class WorkerCommand {
    /** Where a Spring Boot jar keeps the launcher that can run any class inside it. */
    private static final String NESTED_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private WorkerCommand() {}

    static List<String> of(ExtractionLimits limits, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + limits.megabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-XX:ErrorFile=" + folder.resolve("error.log"),
                "-cp",
                System.getProperty("java.class.path")));
        String main = Worker.class.getName();
        if (isInNestedJar()) {
            command.addAll(List.of("-Dloader.main=" + main, NESTED_LAUNCHER));
        } else {
            command.add(main);
        }
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isInNestedJar() {
        var source = Worker.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().startsWith("jar:nested:");
    }
}
