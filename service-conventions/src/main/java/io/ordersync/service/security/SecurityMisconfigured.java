package io.ordersync.service.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The settings would leave the service unprotected, so it does not start. */
class SecurityMisconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    SecurityMisconfigured(String message, String action) {
        super(message);
        this.action = action;
    }

    /** Shows the message and what to do, instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<SecurityMisconfigured> {

        @Override
        protected FailureAnalysis analyze(Throwable root, SecurityMisconfigured failure) {
            return new FailureAnalysis(failure.getMessage(), failure.action, failure);
        }
    }
}
