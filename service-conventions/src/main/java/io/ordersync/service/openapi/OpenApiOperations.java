package io.ordersync.service.openapi;

import io.ordersync.service.problem.CommonProblem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation the problems that it is annotated with, and those that follow from what it takes; says that all
 * else is answered in JSON.
 */
@RequiredArgsConstructor
class OpenApiOperations implements GlobalOperationCustomizer {

    private static final String ANY = "*/*";
    private static final String JSON = "application/json";

    private final DocumentedProblems problems;

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<String> slugs = new ArrayList<>(implied(operation));
        slugs.addAll(named(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ProblemResponses.class)));
        slugs.addAll(named(method.getMethodAnnotation(ProblemResponses.class)));
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().values().forEach(OpenApiOperations::answerInJson);
        problems.responses(slugs).forEach(operation.getResponses()::addApiResponse);
        return operation;
    }

    private static void answerInJson(ApiResponse response) {
        MediaType any =
                response.getContent() == null ? null : response.getContent().remove(ANY);
        if (any != null) {
            response.getContent().addMediaType(JSON, any);
        }
    }

    private static List<String> named(@Nullable ProblemResponses annotation) {
        return annotation == null ? List.of() : List.of(annotation.value());
    }

    private static List<String> implied(Operation operation) {
        List<CommonProblem> types = new ArrayList<>(List.of(
                CommonProblem.MALFORMED_REQUEST,
                CommonProblem.NOT_ACCEPTABLE,
                CommonProblem.INTERNAL_ERROR,
                CommonProblem.OVERLOADED));
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            types.add(CommonProblem.INVALID_REQUEST);
        }
        if (operation.getRequestBody() != null) {
            types.addAll(List.of(
                    CommonProblem.MALFORMED_JSON, CommonProblem.UNSUPPORTED_MEDIA_TYPE, CommonProblem.BODY_TOO_LARGE));
        }
        return types.stream().map(CommonProblem::slug).toList();
    }
}
