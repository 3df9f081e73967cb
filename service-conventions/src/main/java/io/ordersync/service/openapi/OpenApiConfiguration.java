package io.ordersync.service.openapi;

import io.ordersync.service.problem.ProblemPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the conventions in the OpenAPI document of a service. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    @Bean
    DocumentedProblems documentedProblems(@Value("${spring.application.name:}") String service) {
        return new DocumentedProblems(ProblemPage.read(), service);
    }

    @Bean
    OpenApiComponents openApiComponents(DocumentedProblems problems) {
        return new OpenApiComponents(problems);
    }

    @Bean
    OpenApiOperations openApiOperations(DocumentedProblems problems) {
        return new OpenApiOperations(problems);
    }

    @Bean
    OpenApiTitle openApiTitle(
            @Value("${spring.application.name:}") String service, ObjectProvider<BuildProperties> build) {
        return new OpenApiTitle(service, build.getIfAvailable());
    }
}
