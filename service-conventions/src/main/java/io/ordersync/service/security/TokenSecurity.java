package io.ordersync.service.security;

import io.ordersync.service.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The filters that let a request pass. The limits of requests and bodies come before them. */
@RequiredArgsConstructor
class TokenSecurity {

    private static final String[] DOCUMENTATION = {
        "/problems.md", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**"
    };

    private final JwtDecoder tokens;
    private final RolesClaim roles;
    private final AccessRules rules;
    private final AccessProblems problems;

    /** Lets every request pass that no page of another site can have sent. */
    static SecurityFilterChain open(HttpSecurity http, ProblemWriter writer) {
        return stateless(http)
                .addFilterAfter(new OpenHostFilter(writer), HeaderWriterFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    SecurityFilterChain build(HttpSecurity http) {
        return stateless(http)
                .authorizeHttpRequests(this::addRules)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BoundedTokenResolver())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(answerIssuerFailures())
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(roles)))
                .build();
    }

    /**
     * A second dispatch of a request, for its asynchronous answer or its error, was let in by the first. The path of the
     * actuator can be set; below its usual path even what is no endpoint needs the role.
     */
    private void addRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health"))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasRole("operator")
                .requestMatchers("/actuator/**")
                .hasRole("operator")
                .requestMatchers(DOCUMENTATION)
                .permitAll();
        rules.addTo(requests);
        requests.anyRequest().authenticated();
    }

    /** A token comes with each request, so there is nothing to remember and nothing that another page could misuse. */
    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private ObjectPostProcessor<BearerTokenAuthenticationFilter> answerIssuerFailures() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems);
                return filter;
            }
        };
    }
}
