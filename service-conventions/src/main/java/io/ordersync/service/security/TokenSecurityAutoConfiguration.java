package io.ordersync.service.security;

import io.ordersync.service.problem.ProblemWriter;
import io.ordersync.service.security.verification.IssuerClient;
import io.ordersync.service.security.verification.IssuerOutage;
import io.ordersync.service.security.verification.VerifiedTokens;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.ConditionalOnPublicKeyJwtDecoder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
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
@EnableConfigurationProperties({SecurityProperties.class, ManagementServerProperties.class})
class TokenSecurityAutoConfiguration {

    /** Tomcat drops the parameter of a segment and then leaves the folder; the rules of access do not. */
    private static final List<String> DOTS_WITH_PARAMETERS = List.of("/.;", "/..;");

    /** The only chain in both cases: with none of ours, Spring Boot's own chain would let in everybody who has a token. */
    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, ServiceAccess access, ObjectProvider<TokenSecurity> tokens, ProblemWriter writer) {
        return access.isOpen()
                ? TokenSecurity.open(http, writer)
                : tokens.getObject().build(http);
    }

    /** Lazy, since an open service needs no key. */
    @Bean
    @Lazy
    TokenSecurity tokenSecurity(
            SecurityProperties settings,
            OAuth2ResourceServerProperties tokens,
            ObjectProvider<JwtDecoder> decoder,
            IssuerClient issuer,
            ObjectProvider<AccessRules> rules,
            ProblemWriter writer) {
        TokenSettingsCheck.checkIssuer(tokens.getJwt());
        Clock clock = Clock.systemUTC();
        JwtDecoder verifier = decoder.getIfAvailable(TokenSettingsCheck::refuseMissingKey);
        return new TokenSecurity(
                new VerifiedTokens(new IssuerOutage(verifier, issuer, clock), clock),
                new RolesClaim(settings.rolesClaim()),
                rules.getIfAvailable(() -> AccessRules.ANY_TOKEN),
                new AccessProblems(writer, TokenHint.of(tokens.getJwt().getIssuerUri())));
    }

    @Bean
    IssuerClient issuerClient() {
        return new IssuerClient();
    }

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer issuerRequests(IssuerClient issuer) {
        return decoder -> decoder.restOperations(issuer.rest());
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
        firewall.getEncodedUrlBlocklist().addAll(DOTS_WITH_PARAMETERS);
        firewall.getDecodedUrlBlocklist().addAll(DOTS_WITH_PARAMETERS);
        return firewall;
    }

    @Bean
    ServiceAccess serviceAccess(
            SecurityProperties settings,
            ServerProperties server,
            ManagementServerProperties management,
            Environment environment) {
        if (settings.open()) {
            OpenServiceCheck check = new OpenServiceCheck(settings);
            check.check("server.address", server.getAddress());
            if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
                check.check("management.server.address", management.getAddress());
            }
            check.log();
        }
        return new ServiceAccess(settings.open());
    }

    /** An observation of every filter would cost time in each request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callerArguments(ServiceAccess access) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver(access));
            }
        };
    }
}
