package io.ordersync.service.problem;

import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The name by which a client knows a parameter of a controller's method. */
public final class ParameterName {

    private ParameterName() {}

    /** The annotation's name, such as {@code Idempotency-Key}, else the name of the Java parameter. */
    public static String of(MethodParameter parameter) {
        MergedAnnotations annotations = MergedAnnotations.from(parameter.getParameterAnnotations());
        return Stream.of(RequestParam.class, PathVariable.class, RequestHeader.class)
                .map(annotations::get)
                .map(annotation -> annotation.getValue("name", String.class).orElse(""))
                .filter(StringUtils::hasText)
                .findFirst()
                .orElseGet(() -> String.valueOf(parameter.getParameterName()));
    }
}
