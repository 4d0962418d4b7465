package org.muniment.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider in this process: Spring Authorization Server, over HTTP, with a login form. Whoever gives
 * the password is let in, under any address.
 */
public final class TestProvider implements AutoCloseable {
    /** The provider's, for everybody. */
    public static final String PASSWORD = "provider-password";

    /** The client's. */
    public static final String SECRET = "between-the-two-of-them";

    private final ConfigurableApplicationContext context;
    private final Told told;

    private TestProvider(ConfigurableApplicationContext context, Told told) {
        this.context = context;
        this.told = told;
    }

    /** What its ID tokens say besides, or instead of, what they should. */
    private record Told(Map<String, Object> claims) {}

    /** @param port 0 for any that is free */
    public static TestProvider start(int port) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Told told = new Told(new ConcurrentHashMap<>());
        RegisteredClient client = client("http://127.0.0.1:1/nowhere");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext parts) -> {
                    parts.registerBean(Told.class, () -> told);
                    parts.registerBean(
                            InMemoryRegisteredClientRepository.class,
                            () -> new InMemoryRegisteredClientRepository(client));
                })
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--server.servlet.session.cookie.name=provider",
                        "--server.shutdown=immediate");
        TestProvider provider = new TestProvider(context, told);
        provider.tell(Map.of());
        return provider;
    }

    private static RegisteredClient client(String back) {
        return RegisteredClient.withId("1")
                .clientId("muniment")
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(back)
                .postLogoutRedirectUri(back.replace("/sign-in/back", "/sign-in"))
                .scope("openid")
                .scope("email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Lets the pages at an address use it. */
    public void admit(String address) {
        context.getBean(InMemoryRegisteredClientRepository.class).save(client(address + "/sign-in/back"));
    }

    /** Its tokens say this from now on, and that the person's name is a verified address unless it says otherwise. */
    public void tell(Map<String, Object> claims) {
        told.claims().clear();
        told.claims().putAll(claims);
    }

    public int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : -1;
    }

    /** Another host's name than that of the pages, as in life. */
    public String issuer() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Parts {
        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, one -> one.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(
                            errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService everybody() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("PERSON")
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Told told) {
            return context -> {
                if (context.getTokenType().getValue().equals("id_token")) {
                    context.getClaims().claims(claims -> {
                        claims.put("email", context.getPrincipal().getName());
                        claims.put("email_verified", true);
                        told.claims().forEach((name, value) -> {
                            if (value.equals("")) {
                                claims.remove(name);
                            } else {
                                claims.put(name, value);
                            }
                        });
                    });
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
