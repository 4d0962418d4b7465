package org.muniment.api.web.oidc;

import java.time.Clock;
import org.muniment.api.web.SingleSignOn;
import org.muniment.archive.Archive;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The parts of signing in by the district's provider, where the settings name one. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderIsSet.class)
class OidcParts {
    @Bean
    Provider provider(Environment settings) {
        return Provider.of(settings);
    }

    @Bean
    FoundProvider foundProvider(Provider provider, Clock clock, @Value("${muniment.address:}") String address) {
        return new FoundProvider(provider, (address.isBlank() ? "{baseUrl}" : bare(address)) + OidcSignIn.BACK, clock);
    }

    @Bean
    SingleSignOn districtSignIn(
            Provider provider, FoundProvider found, Archive archive, @Value("${muniment.address:}") String address) {
        return new OidcSignIn(provider, found, new ByAddress(archive, provider), bare(address));
    }

    private static String bare(String address) {
        return address.strip().replaceAll("/+$", "");
    }
}
