package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What stands around every page, in a real browser, on a wide and on a narrow screen. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class FrameBrowserTest {
    @TempDir
    private static Path folder;

    @Test
    void theFirstPagesKeepNobodyOut() {
        try (TestServer server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
                Browser browser = Browser.open(server)) {
            Page outside = browser.window();
            outside.navigate("/sign-in");
            browser.look(outside, "sign-in");
            for (String user : TestDistrict.users()) {
                Page page = browser.as(user);
                assertThat(page.title()).isEqualTo("Today – Muniment");
                browser.look(page, "today-" + user);
                page.context().close();
            }
        }
    }
}
