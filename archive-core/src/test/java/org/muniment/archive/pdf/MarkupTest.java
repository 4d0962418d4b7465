package org.muniment.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkupTest {
    @TempDir
    private Path folder;

    @Test
    void theHeadAndTheBodyStandOnTheSamePage() throws Exception {
        SetPaper set = Papers.set(Papers.markup("<p>Dear <b>families</b>,</p><p>come!</p>", Map.of()));
        assertThat(set.pages()).isEqualTo(1);
        assertThat(set.pageTexts().getFirst())
                .contains("Newsletter")
                .contains("Dear families")
                .contains("come!");
        assertThat(set.notes()).isEmpty();
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.css"), "body:before { content: 'stolen' }");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String there = "http://127.0.0.1:" + server.getLocalPort() + "/a";
            String html = """
                    <html><head><link rel="stylesheet" href="THERE.css"><style>@import url(THERE);
                    @import "THERE"; @font-face { font-family: x; src: url(THERE) } b { background: url('THERE') }
                    @im\\port url(THERE);</style><base href="THERE"><meta http-equiv="refresh" content="0; url=THERE"></head>
                    <body background="THERE"><img src="THERE"><img srcset="THERE 2x"><b style="background:url(THERE)">bold</b>
                    <iframe src="THERE"></iframe><object data="THERE"></object><embed src="THERE"><svg><image href="THERE"/></svg>
                    <video poster="THERE" src="THERE"></video><input type="image" src="THERE"><script src="THERE"></script>
                    <script>document.write('scripted')</script><form action="THERE"><button>go</button></form>
                    <img src="file:SECRET"><link rel="stylesheet" href="file:SECRET"><img src="jar:file:SECRET!/x"></body></html>
                    """.replace("THERE", there).replace("SECRET", secret.toString());
            SetPaper set = Papers.set(Papers.markup(html, Map.of()));
            assertThat(set.pageTexts().getFirst())
                    .contains("bold")
                    .contains("pictures on other servers were not loaded")
                    .doesNotContain("stolen")
                    .doesNotContain("scripted");
            assertThat(set.notes()).hasSize(1);
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void picturesThatComeAlongAreShown() throws Exception {
        Path picture = Papers.picture(folder.resolve("a.png"), "png");
        byte[] with = Papers.bundle(Papers.markup("<img src='cid:logo%40x'>", Map.of("logo@x", picture)));
        byte[] without =
                Papers.bundle(Papers.markup("<img src='cid:other' alt='Our logo'>", Map.of("logo@x", picture)));
        assertThat(TestColours.blue(Papers.seen(with, 0))).isGreaterThan(1000);
        assertThat(TestColours.blue(Papers.seen(without, 0))).isZero();
        assertThat(Papers.text(without)).contains("Our logo");
    }

    @Test
    void aDamagedPictureDoesNotHarmTheRest() throws Exception {
        Path picture = Files.writeString(folder.resolve("a.png"), "no picture");
        SetPaper set = Papers.set(Papers.markup("<img src='cid:a'><p>the rest", Map.of("a", picture)));
        assertThat(set.pageTexts().getFirst()).contains("the rest");
    }

    @Test
    void aWideLetterIsMadeSmallerNotCut() throws Exception {
        String cells = "<td>left</td>".repeat(9) + "<td align=right>rightmost</td>";
        byte[] pdf =
                Papers.bundle(Papers.markup("<table width=1200 border=1><tr>" + cells + "</tr></table>", Map.of()));
        assertThat(Papers.text(pdf)).contains("rightmost");
        VeraPdf.assertPdfA2u(pdf);
    }

    @Test
    void whatIsTooDeepOrTooLargeIsSetAsTextAndSaidSo() throws Exception {
        SetPaper deep = Papers.set(Papers.markup("<table><tr><td>".repeat(40) + "inside", Map.of()));
        assertThat(deep.notes())
                .singleElement()
                .asString()
                .contains("plain text")
                .contains("deep");
        assertThat(deep.pageTexts().getFirst()).contains("inside").contains("plain text");
        SetPaper large = Papers.set(Papers.markup("<p>word</p>".repeat(20_000), Map.of()));
        assertThat(large.notes()).singleElement().asString().contains("too many parts");
        assertThat(String.join("\n", large.pageTexts())
                        .lines()
                        .filter("word"::equals)
                        .count())
                .isEqualTo(20_000);
    }

    @Test
    void aLongBodyGoesOnOverleafAndEveryPageIsStamped() throws Exception {
        SetPaper set = Papers.set(Papers.markup("<p>paragraph of some words</p>".repeat(200), Map.of()));
        assertThat(set.pages()).isGreaterThan(3);
        assertThat(set.marks()).doesNotHaveDuplicates().hasSize(set.pages());
        assertThat(String.join("\n", set.pageTexts()).split("paragraph of some words", -1))
                .hasSize(201);
    }

    @Test
    void everyScriptIsPdfA2uAndTheSameTwice() throws Exception {
        String html =
                "<p>" + Papers.EVERY_SCRIPT.replace("\n", "<p>") + "<pre>fixed</pre><i>slanted</i> <b>bold Привет</b>";
        byte[] pdf = Papers.bundle(Papers.markup(html, Map.of()), Papers.markup(html + "again", Map.of()));
        VeraPdf.assertPdfA2u(pdf);
        assertThat(Papers.bundle(Papers.markup(html, Map.of()), Papers.markup(html + "again", Map.of())))
                .isEqualTo(pdf);
    }

    @Test
    void noLinkScriptOrFileOfTheMailIsInTheBundle() throws Exception {
        byte[] pdf = Papers.bundle(
                Papers.markup("<a href='http://evil.example/x' onclick='x()'>here</a><p id=a>there", Map.of()));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getPage(0).getAnnotations()).isEmpty();
            assertThat(read.getDocumentCatalog().getNames()).isNull();
        }
        assertThat(Papers.text(pdf)).contains("here").contains("there");
    }

    @Test
    void anEmptyBodyIsAPage() throws Exception {
        assertThat(Papers.set(Papers.markup("", Map.of())).pages()).isEqualTo(1);
    }
}
