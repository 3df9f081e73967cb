package io.ordersync.marketing.web;

import io.ordersync.service.problem.InvalidField;
import io.ordersync.service.problem.ProblemExample;
import io.ordersync.service.problem.ProblemType;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.springframework.http.HttpStatus;

@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
enum MarketingProblem implements ProblemType {
    INVALID_PERIOD(
            HttpStatus.BAD_REQUEST,
            "Invalid period",
            ProblemExample.of("The days from and to must not be more than 31 days.", "/syncOrders/summary")
                    .withErrors(
                            new InvalidField("from", "must not be more than 31 days"),
                            new InvalidField("to", "must not be more than 31 days")));

    private final HttpStatus status;
    private final String title;
    private final ProblemExample example;
}
