package io.ordersync.service.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the problems that an operation, or each one of a type, can answer with, for its OpenAPI description; those that
 * any operation can answer with need not be named.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ProblemResponses {

    /** As the sections of {@code docs/problems.md} are named. */
    String[] value();
}
