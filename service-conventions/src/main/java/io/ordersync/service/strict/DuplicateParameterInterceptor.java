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

/** Refuses a parameter that is given twice where one is taken: Spring would join the two, or leave one out. */
class DuplicateParameterInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws DuplicateParameters {
        if (handler instanceof HandlerMethod method) {
            List<String> twice = Stream.of(method.getMethodParameters())
                    .filter(DuplicateParameterInterceptor::takesOne)
                    .map(ParameterName::of)
                    .filter(name -> isGivenTwice(request.getParameterValues(name)))
                    .toList();
            if (!twice.isEmpty()) {
                throw new DuplicateParameters(twice);
            }
        }
        return true;
    }

    private static boolean takesOne(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(RequestParam.class)
                && !type.isArray()
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    private static boolean isGivenTwice(String @Nullable [] values) {
        return values != null && values.length > 1;
    }
}
