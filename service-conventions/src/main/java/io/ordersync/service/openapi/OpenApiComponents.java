package io.ordersync.service.openapi;

import io.ordersync.service.problem.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Adds the schema of a problem, and a response and an example for each type, under the type's name. */
@RequiredArgsConstructor
class OpenApiComponents implements GlobalOpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String URI_REFERENCE = "uri-reference";

    private final List<ProblemType> problems;

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        Components components = api.getComponents();
        components.addSecuritySchemes(TOKEN, token());
        api.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        components.addSchemas(DocumentedProblems.SCHEMA, problem());
        problems.forEach(type -> {
            components.addExamples(type.slug(), DocumentedProblems.example(type));
            components.addResponses(type.slug(), DocumentedProblems.response(List.of(type)));
        });
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("'./run token USER --role ROLE' prints a token.");
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem as RFC 9457 describes it; some types have further members.")
                .addProperty(
                        "type", new StringSchema().format(URI_REFERENCE).description("points to its documentation"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format(URI_REFERENCE))
                .addProperty("errors", new ArraySchema().items(invalidField()).description("sorted, one for each"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema<?> invalidField() {
        return new ObjectSchema()
                .addProperty("field", new StringSchema().description("path of the field, or name of the parameter"))
                .addProperty("message", new StringSchema())
                .required(List.of("field", "message"));
    }
}
