package io.ordersync.connect.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 401 to requests without a valid token. */
@PreMatching
final class TokenFilter implements ContainerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(TokenFilter.class);

    private static final String SIGNATURE = "X-Connect-Authorization";

    /** A worker reads the whole body before it verifies the signature. Configurations of 1,000 tasks take some 2 MB. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final String NO_TOKEN =
            "This request needs a token: 'Authorization: Bearer TOKEN'. The token is the first line of the worker's file %s."
                    + " './run connect' sends it, and in a container /opt/order-sync/connect.sh does.";
    private static final String WRONG_TOKEN =
            "The worker does not accept this token. The valid one is the first line of the worker's file %s.";
    private static final String LARGE =
            "A request between workers must say how long its body is, at most %d bytes.".formatted(MOST_BYTES);
    private static final String UNREADABLE =
            "The worker cannot read its tokens, so it answers no request. The worker's log says why.";

    private final AcceptedTokens tokens;

    TokenFilter(AcceptedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> token = BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (RequestsWithoutToken.include(
                request.getMethod(), request.getUriInfo().getPath(false), request.getHeaderString(SIGNATURE))) {
            requireBoundedBody(request);
        } else if (token.isEmpty()) {
            refuse(request, NO_TOKEN.formatted(tokens.file()), "Bearer");
        } else {
            check(request, token.get());
        }
    }

    /** Without {@code Transfer-Encoding} a body is as long as {@code Content-Length} says (RFC 9112, section 6.3). */
    private static void requireBoundedBody(ContainerRequestContext request) {
        if (request.getLength() > MOST_BYTES || request.getHeaderString("Transfer-Encoding") != null) {
            request.abortWith(
                    ConnectError.of(Status.REQUEST_ENTITY_TOO_LARGE, LARGE).build());
        }
    }

    private void check(ContainerRequestContext request, String token) {
        try {
            if (!tokens.include(token)) {
                refuse(request, WRONG_TOKEN.formatted(tokens.file()), "Bearer error=\"invalid_token\"");
            }
        } catch (IOException e) {
            log.error("The tokens of the REST interface cannot be read: {}", e.toString());
            request.abortWith(
                    ConnectError.of(Status.SERVICE_UNAVAILABLE, UNREADABLE).build());
        }
    }

    private static void refuse(ContainerRequestContext request, String message, String challenge) {
        request.abortWith(ConnectError.of(Status.UNAUTHORIZED, message)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build());
    }
}
