package io.ordersync.order.web;

import io.ordersync.service.openapi.ProblemResponses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the problems of orders that an operation can answer with. */
@ProblemResponses
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OrderProblemResponses {

    OrderProblem[] value();
}
