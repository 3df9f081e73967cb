package io.ordersync.order.web;

import io.ordersync.service.problem.ProblemType;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.springframework.http.HttpStatus;

/** The problems that only orders have. */
@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
enum OrderProblem implements ProblemType {
    ORDER_NOT_FOUND(HttpStatus.NOT_FOUND, "Order not found"),
    ORDER_NOT_CANCELLABLE(HttpStatus.CONFLICT, "Order not cancellable"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency key reused"),
    INVALID_IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST, "Invalid idempotency key"),
    TOTAL_PRICE_TOO_LARGE(HttpStatus.BAD_REQUEST, "Total price too large"),
    ORDER_NOT_ACKNOWLEDGED(HttpStatus.SERVICE_UNAVAILABLE, "Order not acknowledged"),
    ORDER_UNDECIDED(HttpStatus.SERVICE_UNAVAILABLE, "Order undecided");

    private final HttpStatus status;
    private final String title;
}
