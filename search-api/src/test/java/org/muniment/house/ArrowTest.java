package org.muniment.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom. An arrow that is not listed fails, and so does a listed arrow that nobody uses. */
class ArrowTest {
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("query", Set.of()),
            Map.entry("store", Set.of()),
            Map.entry("ledger", Set.of()),
            Map.entry("pdf", Set.of()),
            Map.entry("item", Set.of("store", "ledger")),
            Map.entry("index", Set.of("item", "query")),
            Map.entry("schedule", Set.of("query", "store", "ledger", "item", "index")),
            Map.entry("hold", Set.of("query", "ledger", "item", "index")),
            Map.entry("disposition", Set.of("store", "ledger", "item", "index", "schedule", "hold", "pdf")),
            Map.entry("request", Set.of("query", "store", "ledger", "item", "hold", "pdf")),
            Map.entry("review", Set.of("store", "ledger", "item", "request")),
            Map.entry("production", Set.of("store", "ledger", "item")),
            Map.entry("web", Set.of("store", "ledger")),
            Map.entry("people", Set.of("ledger", "item", "hold")),
            Map.entry("saved", Set.of()),
            Map.entry("access", Set.of("ledger", "item")),
            Map.entry(
                    "wiring",
                    Set.of(
                            "store",
                            "ledger",
                            "item",
                            "index",
                            "schedule",
                            "hold",
                            "disposition",
                            "request",
                            "review",
                            "people",
                            "production",
                            "web",
                            "saved",
                            "access")),
            Map.entry(
                    "batch",
                    Set.of(
                            "wiring",
                            "store",
                            "ledger",
                            "query",
                            "item",
                            "index",
                            "schedule",
                            "hold",
                            "disposition",
                            "pdf",
                            "request",
                            "review",
                            "production",
                            "people",
                            "access",
                            "web")),
            Map.entry(
                    "api",
                    Set.of(
                            "wiring",
                            "store",
                            "ledger",
                            "item",
                            "index",
                            "query",
                            "schedule",
                            "hold",
                            "disposition",
                            "pdf",
                            "request",
                            "review",
                            "production",
                            "web",
                            "people",
                            "saved",
                            "access",
                            "batch")));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.muniment");

    @Test
    void everyArrowIsListedAndEveryListedArrowIsUsed() {
        Map<String, Set<String>> found = new TreeMap<>();
        ARROWS.keySet().forEach(room -> found.put(room, new TreeSet<>()));
        PRODUCT.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> inProduct(arrow.getTargetClass()))
                .filter(arrow -> !room(arrow.getOriginClass()).equals(room(arrow.getTargetClass())))
                .forEach(arrow -> found.computeIfAbsent(room(arrow.getOriginClass()), absent -> new TreeSet<>())
                        .add(room(arrow.getTargetClass())));
        assertThat(found).isEqualTo(new TreeMap<>(ARROWS));
    }

    @Test
    void luceneIsKnownOnlyToTheIndexAndTheGrammar() {
        assertThat(usersOf("org.apache.lucene.")).isSubsetOf("index", "query");
        assertThat(strays("org.apache.lucene.", name -> room(name).equals("query"), "org.apache.lucene.queryparser"))
                .isEmpty();
    }

    @Test
    void theObjectStoreClientIsKnownOnlyToTheStore() {
        assertThat(usersOf("io.minio.")).isSubsetOf("store");
        assertThat(usersOf("okhttp3.")).isSubsetOf("store");
    }

    @Test
    void pdfBoxIsKnownToNobodyButThePdfRoom() {
        assertThat(usersOf("org.apache.pdfbox.")).isSubsetOf("pdf");
        assertThat(usersOf("com.openhtmltopdf.")).isSubsetOf("pdf");
        assertThat(usersOf("com.ibm.icu.")).isSubsetOf("pdf");
    }

    @Test
    void springInTheCoreIsJdbcAndTransactionsOnly() {
        assertThat(PRODUCT.stream()
                        .filter(type -> type.getPackageName().startsWith("org.muniment.archive"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(arrow -> arrow.getTargetClass().getName())
                        .filter(name -> name.startsWith("org.springframework."))
                        .filter(name -> !name.startsWith("org.springframework.jdbc.")
                                && !name.startsWith("org.springframework.transaction.")
                                && !name.startsWith("org.springframework.dao.")))
                .isEmpty();
    }

    @Test
    void theClockIsReadOnlyThroughAnInjectedClock() {
        assertThat(PRODUCT.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> readsTheClock(
                                call.getTargetOwner().getName(),
                                call.getName(),
                                call.getTarget().getRawParameterTypes().size()))
                        .map(call -> call.getDescription())
                        .filter(where -> !where.contains("org.muniment.api.Muniment.main")))
                .isEmpty();
    }

    private static boolean readsTheClock(String owner, String method, int parameters) {
        boolean now = method.equals("now") && owner.startsWith("java.time.") && parameters == 0;
        boolean millis = owner.equals("java.lang.System") && method.equals("currentTimeMillis");
        return now || millis || (owner.equals("java.time.Clock") && method.startsWith("system"));
    }

    private static Set<String> usersOf(String technology) {
        return PRODUCT.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> arrow.getTargetClass().getName().startsWith(technology))
                .map(arrow -> room(arrow.getOriginClass()))
                .collect(Collectors.toSet());
    }

    private static List<String> strays(String technology, Predicate<JavaClass> origin, String allowed) {
        return PRODUCT.stream()
                .filter(origin)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> arrow.getTargetClass().getName().startsWith(technology))
                .filter(arrow -> !arrow.getTargetClass().getName().startsWith(allowed))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean inProduct(JavaClass type) {
        return type.getPackageName().startsWith("org.muniment");
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        if (!parts[2].equals("archive")) {
            return parts[2];
        }
        return parts.length == 3 ? "wiring" : parts[3];
    }
}
