package io.ordersync.catalog.web;

import io.ordersync.service.problem.ProblemExample;
import io.ordersync.service.problem.ProblemType;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.springframework.http.HttpStatus;

@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
enum CatalogProblem implements ProblemType {
    PRODUCT_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Product not found",
            ProblemExample.of("There is no product CATALOG-999", "/catalogs/CATALOG-999"));

    private final HttpStatus status;
    private final String title;
    private final ProblemExample example;
}
