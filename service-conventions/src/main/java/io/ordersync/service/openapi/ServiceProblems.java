package io.ordersync.service.openapi;

import io.ordersync.service.problem.ProblemType;
import java.util.List;

/** The problems that only this service has; a service declares them as a bean. */
public record ServiceProblems(List<ProblemType> types) {

    public static ServiceProblems of(ProblemType... types) {
        return new ServiceProblems(List.of(types));
    }
}
