package io.ordersync.catalog.web;

import io.ordersync.catalog.ProductNotFound;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps exceptions of the domain to Problem Details. */
@RestControllerAdvice
class CatalogProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(ProductNotFound e) {
        return CatalogProblem.PRODUCT_NOT_FOUND.because(e.getMessage()).response();
    }
}
