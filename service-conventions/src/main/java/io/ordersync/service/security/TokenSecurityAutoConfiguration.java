package io.ordersync.service.security;

import io.ordersync.service.problem.ProblemWriter;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.ConditionalOnPublicKeyJwtDecoder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes a service a resource server: every request needs a token, but those for health and documentation. */
@AutoConfiguration(
        after = OAuth2ResourceServerAutoConfiguration.class,
        before = {
            OAuth2ResourceServerWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
class TokenSecurityAutoConfiguration {

    @Bean
    @ConditionalOnProperty(name = "order-sync.security.open", havingValue = "true")
    SecurityFilterChain openChain(
            HttpSecurity http, SecurityProperties settings, ServerProperties server, ProblemWriter writer) {
        OpenServiceCheck.check(settings, server.getAddress());
        return TokenSecurity.open(http, writer);
    }

    @Bean
    @ConditionalOnProperty(name = "order-sync.security.open", havingValue = "false", matchIfMissing = true)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            SecurityProperties settings,
            OAuth2ResourceServerProperties tokens,
            ObjectProvider<JwtDecoder> decoder,
            ObjectProvider<AccessRules> rules,
            ProblemWriter writer) {
        JwtDecoder verifier = decoder.getIfAvailable(() -> {
            throw new SecurityMisconfigured(
                    "The service has no key to check tokens with.",
                    "Set spring.security.oauth2.resourceserver.jwt.public-key-location to the file that"
                            + " './run token-key' prints, or spring.security.oauth2.resourceserver.jwt.issuer-uri to the"
                            + " address of your identity provider. For lessons on this machine set"
                            + " order-sync.security.open=true.");
        });
        AccessProblems problems =
                new AccessProblems(writer, TokenHint.of(tokens.getJwt().getIssuerUri()));
        return new TokenSecurity(
                        new VerifiedTokens(verifier, Clock.systemUTC()),
                        new RolesClaim(settings.rolesClaim()),
                        rules.getIfAvailable(() -> AccessRules.ANY_TOKEN),
                        problems)
                .build(http);
    }

    /** For a provider's tokens Spring Boot checks that the issuer is the provider. */
    @Bean
    @ConditionalOnPublicKeyJwtDecoder
    OAuth2TokenValidator<Jwt> issuerValidator(SecurityProperties settings) {
        return new JwtIssuerValidator(settings.issuer());
    }

    /** Refuses a token that would never expire. */
    @Bean
    OAuth2TokenValidator<Jwt> expiryValidator() {
        JwtTimestampValidator validator = new JwtTimestampValidator();
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }

    /** Spring MVC and our own checks answer odd requests, and headers may have any characters. */
    @Bean
    StrictHttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    ServiceAccess serviceAccess(SecurityProperties settings) {
        return new ServiceAccess(settings.open());
    }

    /** An observation of every filter would cost time in each request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }
}
