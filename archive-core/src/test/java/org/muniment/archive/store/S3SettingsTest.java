package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTest {
    private static final Map<String, String> KEYS = Map.of("S3_ACCESS_KEY", "who", "S3_SECRET_KEY", "hush");

    @Test
    void everythingIsInTheAddressButTheKeys() {
        String text = "s3://district-archive?endpoint=http://127.0.0.1:9000&region=us-west-1&lock=compliance:P30D";

        S3Settings settings = S3Settings.parse(text, KEYS);

        assertThat(settings)
                .isEqualTo(new S3Settings(
                        URI.create("http://127.0.0.1:9000"),
                        "us-west-1",
                        "district-archive",
                        "who",
                        "hush",
                        new S3Lock(S3Lock.Mode.COMPLIANCE, Duration.ofDays(30))));
        assertThat(settings.toString()).doesNotContain("hush").doesNotContain("who");
        assertThat(S3Settings.parse(settings.toString(), KEYS)).isEqualTo(settings);
    }

    @Test
    void regionEndpointAndLockMayBeLeftOut() {
        S3Settings settings = S3Settings.parse("s3://b_1", KEYS);

        assertThat(settings.bucket()).isEqualTo("b_1");
        assertThat(settings.endpoint()).hasToString("https://s3.us-east-1.amazonaws.com");
        assertThat(settings.lock()).isNull();
    }

    @Test
    void anEscapedEndpointIsRead() {
        assertThat(S3Settings.parse("s3://b?endpoint=https%3A%2F%2Fs3.example.net%2F", KEYS)
                        .endpoint())
                .hasToString("https://s3.example.net/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://b",
                "s3:b",
                "s3://b?lock=forever",
                "s3://b?lock=compliance:P0D",
                "s3://b?lock=compliance:30",
                "s3://b?lock=strict:P30D",
                "s3://b?locked=compliance:P30D",
                "s3://b?lock",
                "s3://b c"
            })
    void whatIsWrongIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Settings.parse(text, KEYS))
                .withMessageMatching("(?s).*(s3:|lock|Illegal).*");
    }

    @Test
    void missingKeysAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Settings.parse("s3://b", Map.of("S3_ACCESS_KEY", "who")))
                .withMessageContaining("S3_SECRET_KEY");
    }
}
