package io.ordersync.marketing.web;

import io.ordersync.marketing.InvalidPeriod;
import io.ordersync.service.problem.InvalidField;
import java.util.List;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps exceptions of the domain to Problem Details. */
@RestControllerAdvice
class MarketingProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidPeriod(InvalidPeriod e) {
        return MarketingProblem.INVALID_PERIOD
                .because("The days from and to " + e.getMessage() + ".")
                .withErrors(List.of(new InvalidField("from", e.getMessage()), new InvalidField("to", e.getMessage())))
                .response();
    }
}
