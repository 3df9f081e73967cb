package io.ordersync.service.strict;

import io.ordersync.service.problem.DuplicateParameters;
import io.ordersync.service.problem.ParameterName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a duplicate of a parameter that takes one value. Spring would join the two values or drop one. */
class DuplicateParameterInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws DuplicateParameters {
        if (handler instanceof HandlerMethod method) {
            List<String> duplicates = Stream.of(method.getMethodParameters())
                    .filter(DuplicateParameterInterceptor::takesOneValue)
                    .map(ParameterName::of)
                    .filter(name -> isDuplicate(request.getParameterValues(name)))
                    .toList();
            if (!duplicates.isEmpty()) {
                throw new DuplicateParameters(duplicates);
            }
        }
        return true;
    }

    private static boolean takesOneValue(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(RequestParam.class)
                && !type.isArray()
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    private static boolean isDuplicate(String @Nullable [] values) {
        return values != null && values.length > 1;
    }
}
