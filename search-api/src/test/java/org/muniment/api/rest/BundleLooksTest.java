package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.api.Console;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;
import org.muniment.archive.production.ProductionId;
import tools.jackson.databind.JsonNode;

/** Whoever takes items out together looks at each of them: once a download, before its first byte, by pages and programs. */
class BundleLooksTest extends RestCase {
    private static final int ALL = 100_000;

    private static List<Look> looks() {
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            return archive.access().looks().list(Looks.Asked.ALL, 0, ALL).reversed();
        }
    }

    private static List<Look> since(int before) {
        List<Look> all = looks();
        return all.subList(before, all.size());
    }

    /** The items of a production, in its order. */
    private static List<String> items(String production) {
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            return archive.productions().items(new ProductionId(production), 0, ALL).stream()
                    .map(one -> one.item().value())
                    .toList();
        }
    }

    private static Visitor clerkOnPages() {
        return new Visitor(server).signIn("clerk");
    }

    /** A bundle for a request, of two items that are handed out. */
    private static String built(String request) throws InterruptedException {
        List<String> all = clerk.get(V1 + "/requests/" + request + "/items?limit=1000")
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("item").asString())
                .toList();
        decide(request, all.subList(0, 2), "responsive");
        decide(request, all.subList(2, all.size()), "not-responsive");
        String words = done(clerk, clerk.post(V1 + "/requests/" + request + "/productions", "{}"));
        return words.replaceFirst("(?s)(\\w+) is built.*", "$1");
    }

    private static void decide(String request, List<String> items, String decision) {
        String named = String.join("\",\"", items);
        ok(
                200,
                clerk.post(
                        V1 + "/requests/" + request + "/codings",
                        "{\"items\":[\"" + named + "\"],\"decision\":\"" + decision + "\"}"));
    }

    private static void assertTakenOut(List<Look> looks, List<String> items, String purpose, String with) {
        assertThat(looks).extracting(Look::item).containsExactlyElementsOf(items);
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.account()).isEqualTo("clerk");
            assertThat(look.purpose().toString()).isEqualTo(purpose);
            assertThat(look.takenOutWith()).isEqualTo(with);
            assertThat(look.isSearch()).isFalse();
        });
        assertThat(Stream.iterate(looks.getFirst().number(), number -> number + 1)
                        .limit(looks.size()))
                .containsExactlyElementsOf(looks.stream().map(Look::number).toList());
    }

    @Test
    void aBundleIsALookAtEachOfItsItemsOnceADownload() throws InterruptedException {
        String request = request();
        String production = built(request);
        List<String> items = items(production);
        assertThat(items).hasSizeGreaterThanOrEqualTo(2);
        String path = "/requests/" + request + "/production/" + production + "/bundle";
        try (Visitor visitor = clerkOnPages()) {
            int before = looks().size();
            Visitor.Answer whole = visitor.get(path);
            assertThat(whole.status()).isEqualTo(200);
            assertTakenOut(since(before), items, "request:" + request, "the bundle " + production);
            int length = whole.bytes().length;
            before = looks().size();
            assertThat(visitor.get(path, "Range", "bytes=100-199").status()).isEqualTo(206);
            assertThat(visitor.get(path, "Range", "bytes=200-").status()).isEqualTo(206);
            assertThat(visitor.get(path, "Range", "bytes=0-9").bytes()).hasSize(10);
            assertThat(since(before)).as("parts of the same download").isEmpty();
            assertThat(visitor.get(path, "Range", "bytes=0-" + (length - 1)).bytes())
                    .hasSize(length);
            assertTakenOut(since(before), items, "request:" + request, "the bundle " + production);
            before = looks().size();
            visitor.get(path);
            assertThat(since(before)).as("another download").hasSameSizeAs(items);
        }
        try (Visitor legal = new Visitor(server).signIn("legal")) {
            int before = looks().size();
            assertThat(legal.get(path, "Range", "bytes=100-199").status()).isEqualTo(206);
            assertThat(since(before)).as("a part without its begin").hasSameSizeAs(items);
        }
        try (Visitor auditor = new Visitor(server).signIn("auditor")) {
            assertThat(auditor.get("/looks?item=" + items.getFirst()).page().text())
                    .contains("for request " + request, "item " + items.getFirst() + ", taken out with the bundle");
            assertThat(auditor.get("/looks.csv?item=" + items.getFirst()).text())
                    .contains("\"the bundle " + production + "\"");
        }
    }

    @Test
    void filesOfAPackageThatAProgramFetchesAreOneDownload() throws InterruptedException {
        String request = request();
        String production = built(request);
        List<String> items = items(production);
        String files = V1 + "/productions/" + production + "/files";
        List<String> paths = clerk.get(files)
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("path").asString())
                .toList();
        int before = looks().size();
        for (String path : paths) {
            ok(200, clerk.get(files + "/" + path.replace(" ", "%20")));
        }
        assertTakenOut(since(before), items, "request:" + request, "the bundle " + production);
        before = looks().size();
        ok(200, clerk.get(files + "/" + paths.getFirst().replace(" ", "%20")));
        assertThat(since(before)).as("asked for again").hasSameSizeAs(items);
        JsonNode latest = auditor.get(V1 + "/looks?limit=1").json().get("items").get(0);
        assertThat(latest.get("takenOutWith").asString()).isEqualTo("the bundle " + production);
        assertThat(latest.get("query").asString()).isEmpty();
    }

    @Test
    void thePackageOfADepartedEmployeeSaysWhatItIsFor() throws InterruptedException {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            TestDistrict.addTeacher(archive);
        }
        String departure = ok(201, clerk.post(V1 + "/departures", "{\"person\":\"PE1\",\"on\":\"2026-11-20\"}"))
                .json()
                .get("id")
                .asString();
        String words = done(clerk, clerk.post(V1 + "/departures/" + departure + "/bundle", "{}"));
        String production = words.replaceFirst("(?s)(\\w+) has .*", "$1");
        int before = looks().size();
        ok(200, clerk.get(V1 + "/productions/" + production + "/files/production.json"));
        assertTakenOut(
                since(before),
                items(production),
                "production:Departed employee: teacher.r12@district.example",
                "the bundle " + production);
    }

    @Test
    void anExportIsNotedAsAWholeBeforeItsFirstByte() {
        String purpose = "&for=request:" + request();
        for (String format : List.of("mbox", "zip", "csv")) {
            int before = looks().size();
            ok(200, clerk.get(V1 + "/search/export?q=budget&format=" + format + purpose));
            List<Look> noted = since(before);
            assertThat(noted.getFirst().isSearch()).isTrue();
            assertThat(noted.getFirst().found()).isEqualTo(noted.size() - 1);
            assertThat(noted.subList(1, noted.size()))
                    .isNotEmpty()
                    .allSatisfy(look -> assertThat(look.takenOutWith()).isEqualTo("an export as " + format));
        }
        try (Visitor visitor = clerkOnPages()) {
            String item = looks().getLast().item();
            int before = looks().size();
            assertThat(visitor.get("/search/export?format=mbox&for=retention&item=" + item)
                            .status())
                    .isEqualTo(200);
            assertTakenOut(since(before), List.of(item), "retention", "an export as mbox");
        }
    }
}
