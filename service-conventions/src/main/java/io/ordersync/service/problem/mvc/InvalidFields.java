package io.ordersync.service.problem.mvc;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.DuplicateParameters;
import io.ordersync.service.problem.InvalidField;
import io.ordersync.service.problem.ParameterName;
import io.ordersync.service.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Lists all invalid fields and parameters of a request. */
final class InvalidFields {

    private static final String MISSING = "must be given";
    private static final String TWICE = "must not be given twice";

    private InvalidFields() {}

    static Optional<Problem> problem(Exception e) {
        List<InvalidField> fields = of(e);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(CommonProblem.INVALID_REQUEST.problem().withErrors(fields));
    }

    private static List<InvalidField> of(Exception e) {
        if (e instanceof BindingResult body) {
            return ofBody(body).toList();
        }
        if (e instanceof HandlerMethodValidationException parameters) {
            return parameters.getParameterValidationResults().stream()
                    .flatMap(InvalidFields::ofParameter)
                    .toList();
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return List.of(new InvalidField(missing.getParameterName(), MISSING));
        }
        if (e instanceof DuplicateParameters twice) {
            return twice.names().stream()
                    .map(name -> new InvalidField(name, TWICE))
                    .toList();
        }
        if (e instanceof MissingRequestHeaderException missing) {
            return List.of(new InvalidField(missing.getHeaderName(), MISSING));
        }
        if (e instanceof TypeMismatchException mismatch && mismatch.getPropertyName() != null) {
            return List.of(new InvalidField(mismatch.getPropertyName(), ExpectedValue.of(mismatch.getRequiredType())));
        }
        return List.of();
    }

    private static Stream<InvalidField> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return ofBody(body);
        }
        String name = ParameterName.of(result.getMethodParameter());
        return result.getResolvableErrors().stream().map(error -> new InvalidField(name, message(error)));
    }

    private static Stream<InvalidField> ofBody(Errors body) {
        return body.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? new InvalidField(field.getField(), field.isBindingFailure() ? "is not valid" : message(field))
                        : new InvalidField(error.getObjectName(), message(error)));
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }
}
