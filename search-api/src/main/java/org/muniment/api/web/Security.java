package org.muniment.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in, sessions and headers of the pages. What runs in a reader's browser comes from this server's files only. */
@Configuration(proxyBeanMethods = false)
class Security {
    /** Nothing inline, nothing from elsewhere; mail is framed from addresses that carry a stricter policy of their own. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            RouteGate gate,
            SignInFailed failed,
            Refusals refusals,
            SignedOut signedOut,
            Limits limits,
            Optional<SingleSignOn> district) {
        district.ifPresent(one -> one.join(http));
        return http.addFilterAfter(new LimitFilter(limits, Security::tooMany), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .loginProcessingUrl(SignInPage.PATH)
                        .usernameParameter("user")
                        .passwordParameter("password")
                        .failureHandler(failed))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(signedOut))
                .requestCache(Customizer.withDefaults())
                .exceptionHandling(denied -> denied.accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .build();
    }

    private static void tooMany(HttpServletResponse response) throws IOException {
        response.sendError(LimitFilter.TOO_MANY);
    }
}
