package io.ordersync.order.web;

import io.ordersync.order.IdempotencyKeyReused;
import io.ordersync.order.InvalidIdempotencyKey;
import io.ordersync.order.OrderNotAcknowledged;
import io.ordersync.order.OrderNotCancellable;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.TotalPriceTooLarge;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as Problem Details (RFC 9457), without a word about the inside. */
@Slf4j
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final String RETRY_AFTER_SECONDS = "2";

    @ExceptionHandler
    ProblemDetail notFound(OrderNotFound e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(TotalPriceTooLarge e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notCancellable(OrderNotCancellable e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("orderStatus", e.status());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail keyReused(IdempotencyKeyReused e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalidKey(InvalidIdempotencyKey e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcknowledged(OrderNotAcknowledged e) {
        log.debug("Not acknowledged", e);
        return unavailable("The order was not acknowledged in time. Whether it was taken is not known.");
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> databaseAway(Exception e) {
        log.debug("No database", e);
        return unavailable("Orders cannot be read at the moment.");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        log.error("Unexpected error", e);
        return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        e.getBody().setDetail("The request has invalid fields.");
        e.getBody().setProperty("errors", fieldErrors(e));
        return super.handleMethodArgumentNotValid(e, headers, status, request);
    }

    private static List<FieldProblem> fieldErrors(MethodArgumentNotValidException e) {
        return e.getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()))
                .sorted()
                .toList();
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }

    /** What is wrong with one field of the request. */
    record FieldProblem(String field, @Nullable String message) implements Comparable<FieldProblem> {

        @Override
        public int compareTo(FieldProblem other) {
            return field.compareTo(other.field);
        }
    }
}
