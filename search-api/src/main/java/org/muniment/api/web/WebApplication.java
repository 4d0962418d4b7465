package org.muniment.api.web;

import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The parts of the web application. The archive, the clock and the folder come from {@link Server}. No part is a class
 * within another: two thirds of the program's files need not be read at each start to find that out.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"org.muniment.api.web", "org.muniment.api.rest"},
        resourcePattern = "**/{outer:[^$]+}.class")
class WebApplication {
    @Bean
    PasswordEncoder passwords() {
        return Passwords.encoder();
    }

    @Bean
    WebMvcConfigurer arguments(WhoAsks asks) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(asks);
            }
        };
    }
}
