package io.ordersync.catalog.web;

import io.ordersync.service.openapi.ProblemResponses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the problems of products that an operation can answer with. */
@ProblemResponses
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CatalogProblemResponses {

    CatalogProblem[] value();
}
