package org.muniment.api.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.api.WrongUsage;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings of a provider. */
class ProviderTest {
    private static final Map<String, Object> GOOD = Map.of(
            "muniment.oidc.issuer", "https://login.microsoftonline.com/8f1b/v2.0",
            "muniment.oidc.client-id", "muniment",
            "MUNIMENT_OIDC_CLIENT_SECRET", "between-us");

    private static Provider with(Map<String, Object> changes) {
        Map<String, Object> all = new TreeMap<>(GOOD);
        all.putAll(changes);
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", all));
        return Provider.of(settings);
    }

    @Test
    void theSecretIsToldToNobody() {
        assertThat(with(Map.of()).secret()).isEqualTo("between-us");
        assertThat(with(Map.of()).toString()).doesNotContain("between-us");
    }

    @ParameterizedTest
    @CsvSource({
        "muniment.oidc.issuer, http://accounts.example, begins with https",
        "muniment.oidc.issuer, http://127.0.0.1.evil.example, begins with https",
        "muniment.oidc.issuer, file:///etc/passwd, begins with https",
        "muniment.oidc.issuer, not an address, begins with https",
        "muniment.oidc.issuer, https://accounts.google.com, domain is needed with Google",
        "muniment.oidc.client-id, '', client-id is needed",
        "muniment.oidc.client-secret, s3cret, does not belong into application.yaml",
        "muniment.oidc.client-secret-file, /nowhere/secret, can't be read",
        "MUNIMENT_OIDC_CLIENT_SECRET, '', secret is missing",
        "muniment.oidc.scopes, openid, openid and email at least",
    })
    void whatIsWrongIsNamed(String setting, String value, String words) {
        assertThatThrownBy(() -> with(Map.of(setting, value)))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9000", "http://127.0.0.1:9000/realm", "http://[::1]:9000", "https://a.example"
            })
    void thisMachineIsAskedWithoutTls(String issuer) {
        assertThat(with(Map.of("muniment.oidc.issuer", issuer)).issuer()).isEqualTo(issuer);
    }

    @Test
    void peopleAreOfTheDistrictsDomainOrTenant() {
        assertThat(Vouched.of(Map.of("hd", "District.example")).isOf("district.example"))
                .isTrue();
        assertThat(Vouched.of(Map.of("tid", "8f1b")).isOf("8f1b")).isTrue();
        assertThat(Vouched.of(Map.of("hd", "other.example")).isOf("district.example"))
                .isFalse();
        assertThat(Vouched.of(Map.of()).isOf("district.example"))
                .as("a private account says nothing")
                .isFalse();
        assertThat(Vouched.of(Map.of()).isOf("")).isTrue();
    }
}
