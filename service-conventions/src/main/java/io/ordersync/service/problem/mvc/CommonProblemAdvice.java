package io.ordersync.service.problem.mvc;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.Problem;
import java.io.IOException;
import lombok.extern.slf4j.Slf4j;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every exception that the service's own advice does not handle, without internals. */
@Slf4j
@RestControllerAdvice
public class CommonProblemAdvice extends ResponseEntityExceptionHandler {

    private static final int FAULT = 500;

    /** Handles all exceptions of Spring MVC and keeps their headers, such as {@code Allow}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isClientGone(e)) {
            log.debug("The client has closed the connection", e);
            return null;
        }
        Problem problem = problem(e, status.value());
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(problem.headers());
        return super.handleExceptionInternal(
                e, problem.body(), all, problem.type().status(), request);
    }

    /** Omits the warning that the superclass logs, since the client caused the error. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, null, headers, status, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        HttpStatusCode status =
                HttpStatusCode.valueOf(e instanceof InvalidParameterException bad ? bad.getErrorCode() : FAULT);
        return handleExceptionInternal(e, null, new HttpHeaders(), status, request);
    }

    /** Checks the exception's type too, since the lost connection may be that to the database. */
    private static boolean isClientGone(Exception e) {
        return (e instanceof IOException || e instanceof HttpMessageConversionException)
                && DisconnectedClientHelper.isClientDisconnectedException(e);
    }

    private static Problem problem(Exception e, int status) {
        if (e instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.problem(unreadable);
        }
        if (e instanceof AsyncRequestTimeoutException) {
            return CommonProblem.TIMED_OUT.problem();
        }
        if (DatabaseOutage.isBehind(e)) {
            log.debug("The database does not answer", e);
            return CommonProblem.DATABASE_UNAVAILABLE.problem();
        }
        if (status >= FAULT) {
            log.error("Unexpected error", e);
            return CommonProblem.of(status);
        }
        return InvalidFields.problem(e).orElseGet(() -> CommonProblem.of(status));
    }
}
