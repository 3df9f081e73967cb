package io.ordersync.marketing.web;

import io.ordersync.service.problem.ProblemType;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.springframework.http.HttpStatus;

@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
enum MarketingProblem implements ProblemType {
    INVALID_PERIOD(HttpStatus.BAD_REQUEST, "Invalid period");

    private final HttpStatus status;
    private final String title;
}
