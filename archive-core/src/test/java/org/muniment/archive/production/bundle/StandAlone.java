package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The stand-alone verifier: run as a program of its own, or compiled once and called, which is a hundred times faster. */
final class StandAlone implements AutoCloseable {
    private final URLClassLoader loader;
    private final Method faults;

    /** What a run of the program said. */
    record Said(int code, String out) {}

    StandAlone(Path classes) throws IOException, ReflectiveOperationException {
        String source;
        try (InputStream in = PackageSeal.class.getResourceAsStream("VerifyProduction.java")) {
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///VerifyProduction.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of("-d", classes.toString(), "--release", "17", "-Xlint:all,-options", "-Werror");
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(file))
                .call();
        if (!compiled) {
            throw new IllegalStateException("The stand-alone verifier does not compile");
        }
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        faults = loader.loadClass("VerifyProduction").getMethod("faults", Path.class, String.class);
    }

    /** The files that it names. */
    List<String> named(Path folder, String key) {
        try {
            return ((List<?>) faults.invoke(null, folder, key))
                    .stream()
                            .map(fault -> String.valueOf(fault).replaceFirst(": .*", ""))
                            .distinct()
                            .toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a person runs it, in the package's folder. */
    static Said run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "VERIFY/VerifyProduction.java"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Said(process.waitFor(), out);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
