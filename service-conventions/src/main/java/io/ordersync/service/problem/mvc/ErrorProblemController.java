package io.ordersync.service.problem.mvc;

import io.ordersync.service.problem.CommonProblem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers errors from outside Spring MVC, such as {@code sendError} in a filter. */
@Hidden
@RestController
public class ErrorProblemController implements ErrorController {

    private static final int NOT_AN_ERROR = 404;

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> problem(
            @RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable Integer status) {
        return CommonProblem.of(status == null ? NOT_AN_ERROR : status).response();
    }
}
