package io.ordersync.order.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordersync.order.InvalidIdempotencyKey;
import io.ordersync.order.OrderNotAcknowledged;
import io.ordersync.order.OrderNotCancellable;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.OtherUsersOrder;
import io.ordersync.order.TotalPriceTooLarge;
import io.ordersync.order.placement.IdempotencyKeyReused;
import io.ordersync.order.view.ViewBehind;
import io.ordersync.order.web.caller.InvalidSubject;
import io.ordersync.service.problem.InvalidField;
import io.ordersync.service.problem.Problem;
import java.time.Duration;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the exceptions of the domain with problems. The service conventions answer all other errors. */
@Slf4j
@RestControllerAdvice
class OrderProblemAdvice {

    private static final Duration BROKER_RETRY = Duration.ofSeconds(2);
    private static final Duration VIEW_RETRY = Duration.ofSeconds(2);

    private final Counter viewBehind;

    OrderProblemAdvice(MeterRegistry registry) {
        this.viewBehind = Counter.builder("orders.view.behind")
                .description("Requests that were answered with view-behind")
                .register(registry);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(OrderNotFound e) {
        return OrderProblem.ORDER_NOT_FOUND.because(e.getMessage()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> otherUser(OtherUsersOrder e) {
        return OrderProblem.OTHER_USER.because(e.getMessage()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidSubject(InvalidSubject e) {
        return OrderProblem.INVALID_SUBJECT.because(e.getMessage()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notCancellable(OrderNotCancellable e) {
        Problem problem = OrderProblem.ORDER_NOT_CANCELLABLE.because(e.getMessage());
        return problem.with("orderStatus", e.status()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> keyReused(IdempotencyKeyReused e) {
        return OrderProblem.IDEMPOTENCY_KEY_REUSED.because(e.getMessage()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidKey(InvalidIdempotencyKey e) {
        return OrderProblem.INVALID_IDEMPOTENCY_KEY.because(e.getMessage()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TotalPriceTooLarge e) {
        String limit = "times the other must be at most " + Integer.MAX_VALUE;
        return OrderProblem.TOTAL_PRICE_TOO_LARGE
                .because(e.getMessage())
                .withErrors(List.of(new InvalidField("qty", limit), new InvalidField("unitPrice", limit)))
                .response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcknowledged(OrderNotAcknowledged e) {
        log.debug("Not acknowledged", e);
        return OrderProblem.ORDER_NOT_ACKNOWLEDGED
                .because(
                        "The request was not acknowledged in time. Whether it was taken is not known. A cancellation can be"
                                + " sent again safely, and so can an order with an Idempotency-Key.")
                .retryAfter(BROKER_RETRY)
                .response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> viewBehind(ViewBehind e) {
        log.debug("Not known", e);
        viewBehind.increment();
        return OrderProblem.VIEW_BEHIND
                .because(e.getMessage())
                .retryAfter(VIEW_RETRY)
                .response();
    }
}
