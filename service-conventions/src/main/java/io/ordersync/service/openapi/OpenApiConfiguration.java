package io.ordersync.service.openapi;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemType;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the conventions to the OpenAPI document of a service. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    @Bean
    OpenApiComponents openApiComponents(ObjectProvider<ServiceProblems> problems) {
        List<ProblemType> types = Stream.concat(
                        Stream.of(CommonProblem.values()), problems.stream().flatMap(own -> own.types().stream()))
                .toList();
        return new OpenApiComponents(types);
    }

    @Bean
    OpenApiOperations openApiOperations() {
        return new OpenApiOperations();
    }

    /** Springdoc would take the server from the header Host, so a request could lead Swagger UI's token to another host. */
    @Bean
    ServerBaseUrlCustomizer sameServer() {
        return (url, request) -> "/";
    }

    @Bean
    OpenApiTitle openApiTitle(
            @Value("${spring.application.name:}") String service, ObjectProvider<BuildProperties> build) {
        return new OpenApiTitle(service, build.getIfAvailable());
    }
}
