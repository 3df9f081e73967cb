package io.ordersync.service.login;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the problem and its remedy in place of a stack trace. */
final class InvalidKafkaVariableAnalyzer extends AbstractFailureAnalyzer<InvalidKafkaVariable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidKafkaVariable problem) {
        return new FailureAnalysis(problem.getMessage(), problem.remedy(), problem);
    }
}
