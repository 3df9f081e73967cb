package io.ordersync.service.openapi;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds the problems of each operation: those of its annotations, those of its body or parameters, and those of every
 * operation. Declares JSON as the content type of every other response.
 */
class OpenApiOperations implements GlobalOperationCustomizer {

    private static final String ANY = "*/*";
    private static final String JSON = "application/json";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<ProblemType> problems = new ArrayList<>(implied(operation));
        problems.addAll(annotated(method.getBeanType()));
        problems.addAll(annotated(method.getMethod()));
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().values().forEach(OpenApiOperations::answerInJson);
        DocumentedProblems.responses(problems).forEach(operation.getResponses()::addApiResponse);
        return operation;
    }

    private static void answerInJson(ApiResponse response) {
        MediaType any =
                response.getContent() == null ? null : response.getContent().remove(ANY);
        if (any != null) {
            response.getContent().addMediaType(JSON, any);
        }
    }

    private static List<ProblemType> annotated(AnnotatedElement element) {
        return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).stream(ProblemResponses.class)
                .map(annotation -> (ProblemType[])
                        annotation.getMetaSource().getValue("value").orElseThrow())
                .flatMap(Stream::of)
                .toList();
    }

    private static List<ProblemType> implied(Operation operation) {
        List<ProblemType> types = new ArrayList<>(List.of(
                CommonProblem.MALFORMED_REQUEST,
                CommonProblem.TOKEN_REQUIRED,
                CommonProblem.INVALID_TOKEN,
                CommonProblem.ROLE_REQUIRED,
                CommonProblem.ISSUER_UNAVAILABLE,
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
        return types;
    }
}
