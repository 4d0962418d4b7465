package org.muniment.api.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.Browser;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.provider.TestProvider;

/** Signing in by a provider's own pages, in a real browser: what browsers keep from happening between two servers. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class OidcBrowserTest {
    @TempDir
    private Path folder;

    @Test
    void aPersonComesInByTheProvidersFormAndGoesOutOfBoth() throws IOException {
        try (TestProvider provider = TestProvider.start(0)) {
            Path archive = TestDistrict.copy(folder.resolve("archive"));
            OidcSignInTest.settings(archive, provider.issuer(), "  local-sign-in: administrators");
            try (TestServer server = TestServer.start(archive);
                    Browser browser = Browser.open(server)) {
                provider.admit(server.address());
                Page page = browser.window();
                page.navigate("/requests");
                browser.look(page, "sign-in-district");
                page.click("#district");
                page.fill("input[name=username]", "records.clerk@district.example");
                page.fill("input[name=password]", TestProvider.PASSWORD);
                page.click("button[type=submit]");
                page.waitForURL(url -> url.startsWith(server.address() + "/requests"));
                browser.check(page);
                page.click("button:has-text('Sign out')");
                page.waitForURL(server.address() + "/sign-in");
                page.click("#district");
                assertThat(page.locator("input[name=username]").count())
                        .as("the provider asks again")
                        .isEqualTo(1);
            }
        }
    }
}
