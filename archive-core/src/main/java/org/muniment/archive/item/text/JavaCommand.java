package org.muniment.archive.item.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child process: this Java, these classes, a small heap, nothing of the outside. */
public final class JavaCommand {
    /** Where a Spring Boot jar keeps the launcher that can run any class inside it. */
    private static final String NESTED_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private JavaCommand() {}

    /**
     * The command that runs a class.
     *
     * @param main its name; has a {@code main}
     * @param megabytes of heap; the process ends with exit code 3 when they are used up
     * @param folder for its temporary files
     */
    public static List<String> of(Class<?> main, int megabytes, Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + megabytes + "m",
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
        if (isInNestedJar()) {
            command.addAll(List.of("-Dloader.main=" + main.getName(), NESTED_LAUNCHER));
        } else {
            command.add(main.getName());
        }
        command.addAll(arguments);
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isInNestedJar() {
        var source = JavaCommand.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().startsWith("jar:nested:");
    }
}
