package io.ordersync.order.web;

import io.ordersync.service.problem.InvalidField;
import io.ordersync.service.problem.ProblemExample;
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
    ORDER_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Order not found",
            ProblemExample.of(
                    "There is no order 01a1fb3e-a4ed-70b1-b362-6fef4a1bc2f2",
                    "/orders/01a1fb3e-a4ed-70b1-b362-6fef4a1bc2f2")),
    OTHER_USER(
            HttpStatus.FORBIDDEN,
            "Other user",
            ProblemExample.of(
                    "The token's subject is not the user 'user-2'. Leave userId out, or send a token of that user.",
                    "/orders")),
    INVALID_SUBJECT(
            HttpStatus.FORBIDDEN,
            "Invalid subject",
            ProblemExample.of(
                    "The token's subject cannot be a user's id, which has 1 to 64 characters and is not blank.",
                    "/orders")),
    ORDER_NOT_CANCELLABLE(
            HttpStatus.CONFLICT,
            "Order not cancellable",
            ProblemExample.of(
                            "Order 01a1fb3e-a4ed-70b1-b362-6fef4a1bc2f2 is REJECTED and cannot be cancelled",
                            "/orders/01a1fb3e-a4ed-70b1-b362-6fef4a1bc2f2")
                    .with("orderStatus", "REJECTED")),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Idempotency key reused",
            ProblemExample.of("This Idempotency-Key belongs to another order", "/orders")),
    INVALID_IDEMPOTENCY_KEY(
            HttpStatus.BAD_REQUEST,
            "Invalid idempotency key",
            ProblemExample.of("An Idempotency-Key has 1 to 255 characters", "/orders")),
    TOTAL_PRICE_TOO_LARGE(
            HttpStatus.BAD_REQUEST,
            "Total price too large",
            ProblemExample.of("1000000 pieces at 2148 won are more than 2147483647 won in total", "/orders")
                    .withErrors(
                            new InvalidField("qty", "times the other must be at most 2147483647"),
                            new InvalidField("unitPrice", "times the other must be at most 2147483647"))),
    ORDER_NOT_ACKNOWLEDGED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Order not acknowledged",
            ProblemExample.of(
                    "The request was not acknowledged in time. Whether it was taken is not known. A cancellation can be sent again safely, and so can an order with an Idempotency-Key.",
                    "/orders")),
    VIEW_BEHIND(
            HttpStatus.SERVICE_UNAVAILABLE,
            "View behind",
            ProblemExample.of(
                    "The end of the log, which the shared table lacks, cannot be read at the moment, so it is not known whether there is this order.",
                    "/orders/01a1fb3e-a4ed-70b1-b362-6fef4a1bc2f2"));

    private final HttpStatus status;
    private final String title;
    private final ProblemExample example;
}
