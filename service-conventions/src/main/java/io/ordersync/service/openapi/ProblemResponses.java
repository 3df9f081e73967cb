package io.ordersync.service.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation whose {@code value} lists problems that an operation, or each operation of a type, can answer with.
 * Each enum of problems has such an annotation, since a Java annotation cannot take constants of several enums. Problems
 * that every operation can answer with are added without it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface ProblemResponses {}
