package io.ordersync.service.security;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.Problem;
import io.ordersync.service.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a request without a valid token, or without the right to do what it asks for, with a problem and the header
 * {@code WWW-Authenticate} (RFC 6750, section 3).
 */
@Slf4j
@RequiredArgsConstructor
class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private static final String CHALLENGE = "Bearer realm=\"order-sync\"";
    private static final String ERROR = CHALLENGE + ", error=\"%s\", error_description=\"%s\"";

    private final ProblemWriter writer;

    /** A sentence that says how to get a token. */
    private final String hint;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof OAuth2AuthenticationException) {
            log.debug("Invalid token", reason);
            String detail = isExpired(reason)
                    ? "The token has expired."
                    : "The token is not valid for this service: its form, signature, issuer or audience is wrong.";
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ERROR.formatted("invalid_token", detail));
            write(request, response, CommonProblem.INVALID_TOKEN, detail + " " + hint);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            write(
                    request,
                    response,
                    CommonProblem.TOKEN_REQUIRED,
                    "This request needs a token in the header Authorization. " + hint);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        String detail = "The token lacks the role that this request needs.";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ERROR.formatted("insufficient_scope", detail));
        write(request, response, CommonProblem.ROLE_REQUIRED, detail + " " + hint);
    }

    /** A failure of the issuer is no fault of the token. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            writer.write(request, response, CommonProblem.ISSUER_UNAVAILABLE.problem());
        } else {
            commence(request, response, reason);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, CommonProblem type, String detail)
            throws IOException {
        Problem problem = type.because(detail);
        writer.write(request, response, problem);
    }

    /** Only a token whose signature is right can be known to have expired. */
    private static boolean isExpired(AuthenticationException reason) {
        return reason.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().stream()
                        .anyMatch(
                                error -> String.valueOf(error.getDescription()).startsWith("Jwt expired"));
    }
}
