package org.muniment.api.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;

/** Exact copies and conversations in a review. */
class ReviewCopiesTest {
    private static final int ALL = 10_000;

    @TempDir
    private Path folder;

    private record Pair(String one, String other) {}

    /** Two copies of one message that are a conversation by themselves. */
    private static Pair pair(Archive archive) {
        List<ItemId> all = archive.index().matching(new ItemQuery.All(), null, ALL);
        return archive.items().copies(all).entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1 && conversation(archive, entry.getKey()) == 2)
                .map(entry -> new Pair(
                        entry.getKey().value(), entry.getValue().getFirst().value()))
                .findFirst()
                .orElseThrow();
    }

    private static int conversation(Archive archive, ItemId item) {
        String thread = archive.items().find(item).orElseThrow().thread();
        return archive.items().thread(thread, 9).size();
    }

    private static String answered(Archive archive) {
        return archive.index().matching(new ItemQuery.All(), null, ALL).stream()
                .filter(item -> archive.items().copies(List.of(item)).isEmpty() && conversation(archive, item) > 2)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String next(Document page) {
        Element link = page.selectFirst("a[data-key=n]");
        return link == null ? "" : link.attr("href");
    }

    @Test
    void copiesAreOneStopUntilTheyAreDecidedApartAndKeyNineIsTheConversation() {
        Path copy = TestDistrict.copy(folder.resolve("archive"));
        Pair pair;
        String answered;
        try (Archive archive = Archive.read(copy, Console.CLOCK)) {
            pair = pair(archive);
            answered = answered(archive);
        }
        try (TestServer server = TestServer.start(copy);
                Visitor clerk = new Visitor(server).signIn("clerk")) {
            clerk.get("/requests/new");
            String request = clerk.post(
                            "/requests",
                            Map.of("requester", "Dana Reyes", "received", "2026-10-31", "words", "All", "query", "*"))
                    .at()
                    .getPath();
            for (String each : List.of(pair.one(), pair.other())) {
                Document seen = page(clerk, request, each);
                assertThat(next(seen)).doesNotContain(pair.one()).doesNotContain(pair.other());
                assertThat(seen.select("label[for=copies]").text()).contains("1 exact copy");
            }
            clerk.post(request + "/review/decision", Map.of("item", pair.one(), "decision", "RESPONSIVE"));
            assertThat(next(page(clerk, request, pair.one())) + next(page(clerk, request, pair.other())))
                    .containsAnyOf(pair.one(), pair.other());
            Element nine = Objects.requireNonNull(
                    page(clerk, request, answered).selectFirst("[data-key=9]"), "the conversation's key");
            assertThat(nine.attr("name")).isEqualTo("thread");
            assertThat(clerk.get(request + "/review?show=removed").page().text())
                    .contains("No further item with something removed");
        }
    }

    private static Document page(Visitor clerk, String request, String item) {
        Visitor.Answer answer = clerk.get(request + "/review?show=all&item=" + item);
        assertThat(answer.status()).isEqualTo(200);
        return answer.page();
    }
}
