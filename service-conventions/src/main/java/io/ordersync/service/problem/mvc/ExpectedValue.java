package io.ordersync.service.problem.mvc;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Describes an expected Java type in terms of JSON. */
final class ExpectedValue {

    private static final Set<Class<?>> FRACTIONS = Set.of(Float.class, Double.class, BigDecimal.class);

    private ExpectedValue() {}

    static String of(@Nullable Class<?> javaType) {
        if (javaType == null) {
            return "is not valid";
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(javaType);
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        if (Number.class.isAssignableFrom(type)) {
            return FRACTIONS.contains(type) ? "must be a number" : "must be a whole number";
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        return ofText(type);
    }

    private static String ofText(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a string";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "must be a time as ISO 8601 writes it";
        }
        boolean many = type.isArray() || Collection.class.isAssignableFrom(type);
        return many ? "must be an array" : "must be an object";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
