package org.muniment.batch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.web.WebAccount;
import org.muniment.batch.ingest.feed.FeedKind;
import org.muniment.batch.ingest.social.ExportKind;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourcesFile;

class WebKindsTest {
    @TempDir
    private Path folder;

    private Archive archive;
    private LocalSite site;

    @BeforeEach
    void open() throws IOException {
        archive = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC());
        site = new LocalSite();
        site.page("/", "<p>Welcome");
    }

    @AfterEach
    void close() {
        site.close();
        archive.close();
    }

    private List<SourceEntry> entries(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("sources.yaml"), "sources:\n" + yaml.indent(2));
        List<SourceKind> kinds = List.of(
                new CrawlKind(archive),
                new FeedKind(archive),
                ExportKind.exports(archive),
                ExportKind.postings(archive));
        return new SourcesFile(file, kinds, Map.of()).read();
    }

    private Account account(String yaml) throws Exception {
        SourceEntry entry = entries(yaml).getFirst();
        if (entry.problem().isPresent()) {
            throw entry.problem().get();
        }
        return entry.accounts().getFirst();
    }

    private String crawl(String more) {
        return "- name: site\n  type: crawl\n  seeds: [ '" + site.address("/") + "' ]\n  ports: [ " + site.port()
                + " ]\n" + more;
    }

    @Test
    void aSiteInTheOwnNetworkIsAskedOnlyWhenThatIsAllowed() throws Exception {
        assertThat(account(crawl("")).connection().check())
                .hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1 is a private address"));
        Account allowed = account(crawl("  allow-private: true\n"));
        assertThat(allowed.connection().check()).isEmpty();
        assertThat(allowed.source().name()).isEqualTo("crawl/site");
        assertThat(allowed.custody().toString()).isEqualTo("by site, otherwise site");
    }

    @Test
    void anAccountThatNobodyAuthorisedIsNamed() throws Exception {
        String yaml = crawl("  allow-private: true\n  account: Lincoln-Site\n");
        assertThat(account(yaml).connection().check().orElseThrow()).contains("is not in the register");
        Officer clerk = new Officer("Maria Ortiz, Records");
        WebAccount.Asked asked = new WebAccount.Asked(
                "lincoln-site", "web site", "x", "news", "Pat Lin", java.time.LocalDate.of(2026, 1, 2));
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.web()
                        .accounts()
                        .request(asked, clerk, archive.clock().instant()));
        assertThat(account(yaml).connection().check().orElseThrow()).contains("is not authorised: not answered");
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.web()
                        .accounts()
                        .answer(
                                "lincoln-site",
                                WebAccount.Kind.APPROVED,
                                "",
                                clerk,
                                archive.clock().instant()));
        assertThat(account(yaml).connection().check()).isEmpty();
        assertThat(account(yaml).custody().toString()).isEqualTo("lincoln-site");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> account("- name: a\n  type: crawl\n")).isInstanceOf(SettingsProblem.class);
        assertThatThrownBy(() -> account("- name: a\n  type: crawl\n  seeds: [ 'mailto:x' ]\n"))
                .hasMessageContaining("is no web address");
        assertThatThrownBy(() -> account("- name: a\n  type: feed\n")).hasMessageContaining("A feed has one address");
        assertThatThrownBy(() -> account(crawl("  ports: [ 0 ]\n").replaceFirst("  ports: .*\n", "")))
                .hasMessageContaining("is no port");
    }

    @Test
    void filesAreTakenFromAPath() throws Exception {
        Files.createDirectories(folder.resolve("posts"));
        for (String type : List.of("export", "postings", "feed")) {
            Account account = account("- name: a\n  type: " + type + "\n  path: posts\n");
            assertThat(account.connection().check()).as(type).isEmpty();
            assertThat(account.source().name())
                    .isEqualTo(folder.resolve("posts").toString());
        }
        assertThat(account("- name: a\n  type: export\n  path: nothing\n")
                        .connection()
                        .check())
                .isPresent();
    }
}
