package io.ordersync.service.openapi;

import io.ordersync.service.problem.CommonProblem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the problems of every service that an operation, or each operation of a type, can answer with. */
@ProblemResponses
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CommonProblemResponses {

    CommonProblem[] value();
}
