package org.muniment.api.web.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkupTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<a href='javascript:alert(1)'>a</a>",
                "<a href='https://tracker.example/?id=1' ping='https://tracker.example'>a</a>",
                "<iframe src='https://tracker.example'></iframe>",
                "<object data='https://tracker.example'></object><embed src='https://tracker.example'>",
                "<form action='https://tracker.example'><input name=a><button>Go</button></form>",
                "<link rel=stylesheet href='https://tracker.example'><base href='https://tracker.example'>",
                "<meta http-equiv=refresh content='0;url=https://tracker.example'>",
                "<div style=\"background:url('https://tracker.example')\">a</div>",
                "<div style=\"background:u\\rl(https://tracker.example)\">a</div>",
                "<div style=\"background:ur/**/l(https://tracker.example)\">a</div>",
                "<style>@import 'https://tracker.example'; p{background:url(//tracker.example)}</style>",
                "<style></style><script>alert(1)</script>",
                "<style>p{}</style ><img src=1 onerror=alert(1)>",
                "<style><!--</style><img src='https://tracker.example' onerror=alert(1)>-->",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<video src='https://tracker.example' autoplay></video><audio src='https://tracker.example'></audio>",
                "<img srcset='https://tracker.example 1x' src='cid:a'>",
                "<body background='https://tracker.example' onload=alert(1)>",
                "<table background='https://tracker.example'><tr><td>a</td></tr></table>"
            })
    void nothingRunsAndNothingIsLoadedFromElsewhere(String html) {
        Document shown = Jsoup.parse(SafeMarkup.of(html, Map.of()).html());
        assertThat(shown.select(
                        "script, iframe, object, embed, form, input, button, link, base, video, audio, svg, math"))
                .isEmpty();
        assertThat(shown.select("meta[http-equiv], [href], [ping], [action], [background], [srcset]"))
                .isEmpty();
        shown.getAllElements()
                .forEach(element -> element.attributes().forEach(attribute -> {
                    assertThat(attribute.getKey().toLowerCase(Locale.ROOT)).doesNotStartWith("on");
                    assertThat(attribute.getKey().equals("title") ? "" : attribute.getValue())
                            .doesNotContain("tracker.example", "javascript:");
                }));
        shown.select("style").forEach(style -> assertThat(style.data()).doesNotContainIgnoringCase("url(", "@import"));
        assertThat(SafeMarkup.of(shown.outerHtml(), Map.of()).blocked()).isZero();
    }

    @Test
    void picturesThatCameAlongHaveAnAddressHereAndOthersAreCounted() {
        SafeMarkup made = SafeMarkup.of(
                "<p>Hello <b>you</b> <img src='cid:logo@x' alt='Logo'><img src='https://a.example/pixel.gif' alt='Spring'>"
                        + "<img src='http://b.example/1.png'></p><a href='https://c.example/page'>link</a>",
                Map.of("logo@x", "/mine/items/1/files/2"));
        Document shown = Jsoup.parse(made.html());
        assertThat(made.blocked()).isEqualTo(2);
        assertThat(shown.select("img").eachAttr("src")).containsExactly("/mine/items/1/files/2");
        assertThat(shown.select(".muniment-gone").text()).isEqualTo("Spring");
        assertThat(shown.select("a").attr("title")).isEqualTo("https://c.example/page");
        assertThat(shown.text()).contains("Hello you", "link");
        assertThat(SafeMarkup.POLICY)
                .contains("default-src 'none'", "sandbox", "form-action 'none'")
                .doesNotContain("allow-scripts");
    }
}
