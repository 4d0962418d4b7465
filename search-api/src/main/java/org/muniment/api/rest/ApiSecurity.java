package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.muniment.api.web.LimitFilter;
import org.muniment.api.web.Limits;
import org.muniment.archive.Archive;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may use the REST interface: by token alone. A cookie counts for nothing here, so no page can make a browser use it. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity implements WebMvcConfigurer {
    static final String ROOT = "/api/v1";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain api(
            HttpSecurity http, AuthorizationManager<RequestAuthorizationContext> gate, Archive archive, Limits limits) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .addFilterBefore(new BearerFilter(archive), AuthorizationFilter.class)
                .addFilterBefore(new LimitFilter(limits, ApiSecurity::tooMany), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(ApiSecurity::unknown)
                        .accessDeniedHandler((request, response, error) -> Problem.of(
                                        403,
                                        "That is for another role",
                                        "Your account does not have the role that this is for.")
                                .write(response)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    private static void unknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Muniment\"");
        Problem.of(401, "A token is needed", "Send a personal access token that is good: Authorization: Bearer mun_…")
                .write(response);
    }

    private static void tooMany(HttpServletResponse response) throws IOException {
        Problem.of(
                        LimitFilter.TOO_MANY,
                        "Too many requests",
                        "Wait as many seconds as Retry-After says, then send it again. Nothing was done.")
                .write(response);
    }

    /** After the roles were looked at, and before anything is done. */
    @Bean
    FilterRegistrationBean<OnceFilter> onceOnly(Archive archive, Uploads uploads) {
        FilterRegistrationBean<OnceFilter> registration =
                new FilterRegistrationBean<>(new OnceFilter(archive, uploads));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeGate()).addPathPatterns("/api/**");
    }
}
