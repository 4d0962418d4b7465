package org.muniment.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the code: small types, small methods, names that say something. */
class ShapeTest {
    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Manager|Service|Utils?|Impl|DTO|Dto|Helper)");

    private record Sized(String name, int lines) {}

    private static final List<Sized> TYPES = new ArrayList<>();
    private static final List<Sized> METHODS = new ArrayList<>();

    @BeforeAll
    static void measure() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Measure(unit, positions), null);
            }
        }
    }

    @Test
    void typesAreSmall() {
        assertThat(median(TYPES)).as("median lines of a type").isLessThanOrEqualTo(80);
        assertThat(over(TYPES, 400)).as("types over 400 lines").isEmpty();
        assertThat(over(TYPES, 300)).as("types over 300 lines").hasSizeLessThanOrEqualTo(TYPES.size() / 50);
    }

    @Test
    void methodsAreSmall() {
        assertThat(median(METHODS)).as("median lines of a method").isLessThanOrEqualTo(5);
        assertThat(over(METHODS, 40)).as("methods over 40 lines").isEmpty();
        assertThat(over(METHODS, 25)).as("methods over 25 lines").hasSizeLessThanOrEqualTo(METHODS.size() / 50);
    }

    @Test
    void namesSaySomething() {
        assertThat(TYPES).extracting(Sized::name).noneMatch(EMPTY_NAMES.asMatchPredicate());
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<Path> found = new ArrayList<>();
        for (String module : List.of("archive-core", "ingest-batch", "search-api", "retention-schedules")) {
            Path folder = root.resolve(module).resolve("src/main/java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static int median(List<Sized> sizes) {
        return sizes.stream()
                .map(Sized::lines)
                .sorted()
                .skip(sizes.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<Sized> over(List<Sized> sizes, int limit) {
        return sizes.stream().filter(size -> size.lines() > limit).toList();
    }

    private static final class Measure extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final LineMap map;

        Measure(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.map = unit.getLineMap();
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                TYPES.add(new Sized(type.getSimpleName().toString(), lines(type)));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && positions.getStartPosition(unit, method.getBody()) >= 0) {
                METHODS.add(new Sized(
                        unit.getSourceFile().getName() + "#" + method.getName(), linesBetweenBraces(method.getBody())));
            }
            return super.visitMethod(method, nothing);
        }

        private int linesBetweenBraces(Tree body) {
            return lines(body) - 2;
        }

        private int lines(Tree tree) {
            long first = map.getLineNumber(positions.getStartPosition(unit, tree));
            long last = map.getLineNumber(Math.max(0, positions.getEndPosition(unit, tree) - 1));
            return (int) (last - first + 1);
        }
    }
}
