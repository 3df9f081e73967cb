package io.ordersync.marketing.web;

import io.ordersync.service.openapi.ProblemResponses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the problems of the replica that an operation can answer with. */
@ProblemResponses
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface MarketingProblemResponses {

    MarketingProblem[] value();
}
