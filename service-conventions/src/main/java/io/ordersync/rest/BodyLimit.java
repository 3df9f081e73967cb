package io.ordersync.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that says it is too large before it is read, and one that does not say so while it is read. */
@RequiredArgsConstructor
class BodyLimit extends OncePerRequestFilter {

    private final long limit;
    private final ProblemWriter writer;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            writer.write(request, response, CommonProblem.BODY_TOO_LARGE.problem());
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(request, limit), response);
        } catch (IOException | ServletException e) {
            if (response.isCommitted() || !isTooLarge(e)) {
                throw e;
            }
            writer.write(request, response, CommonProblem.BODY_TOO_LARGE.problem());
        }
    }

    /** Said by a filter that reads the body; Spring MVC has its own way of telling. */
    private static boolean isTooLarge(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof BodyTooLarge;
    }
}
