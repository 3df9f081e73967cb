package io.ordersync.service.problem.mvc;

import io.ordersync.service.problem.BodyTooLarge;
import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.InvalidField;
import io.ordersync.service.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Explains why a body could not be read. The parser's own messages would reveal classes and positions. */
final class UnreadableBody {

    private static final int LONGEST_NAME = 64;

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException e) {
        if (e.contains(BodyTooLarge.class)) {
            return CommonProblem.BODY_TOO_LARGE.problem();
        }
        return e.getCause() instanceof JacksonException fault ? problem(fault) : CommonProblem.MALFORMED_JSON.problem();
    }

    private static Problem problem(JacksonException fault) {
        if (isDuplicate(fault)) {
            return invalid(path(((JsonParser) fault.processor()).streamReadContext()), "must not be given twice");
        }
        if (fault.getPath().isEmpty()) {
            return CommonProblem.MALFORMED_JSON.problem();
        }
        return invalidValue(fault);
    }

    private static Problem invalidValue(JacksonException fault) {
        String field = path(fault.getPath());
        if (fault instanceof UnrecognizedPropertyException) {
            return invalid(field, "is not known");
        }
        if (fault instanceof InvalidFormatException format && isIllFormed(format)) {
            return invalid(field, "must be text that UTF-8 can write");
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return invalid(field, ExpectedValue.of(mismatch.getTargetType()));
        }
        if (fault instanceof InputCoercionException overflow) {
            return invalid(field, range(overflow.getTargetType()));
        }
        if (fault instanceof ValueInstantiationException) {
            return invalid(field, "is not valid");
        }
        return CommonProblem.MALFORMED_JSON.problem();
    }

    /** Whether the strict reader of strings refused the value: only it reports a string in place of a string. */
    private static boolean isIllFormed(InvalidFormatException fault) {
        return fault.getTargetType() == String.class && fault.getValue() instanceof String;
    }

    private static Problem invalid(String field, String message) {
        return CommonProblem.INVALID_REQUEST.problem().withErrors(List.of(new InvalidField(field, message)));
    }

    /** Jackson has no exception type for duplicates. */
    private static boolean isDuplicate(JacksonException fault) {
        return fault instanceof StreamReadException
                && fault.processor() instanceof JsonParser
                && fault.getOriginalMessage().startsWith("Duplicate");
    }

    private static String range(Class<?> type) {
        return type == int.class || type == Integer.class
                ? "must be a whole number from %d to %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE)
                : "is out of range";
    }

    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + shortened(step.getPropertyName()))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String path(TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext step = context; step != null && !step.inRoot(); step = step.getParent()) {
            path.insert(0, step.inArray() ? "[" + step.getCurrentIndex() + "]" : "." + shortened(step.currentName()));
        }
        return path.toString().replaceFirst("^\\.", "");
    }

    /** A name comes from the client and may be as long as the body. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
