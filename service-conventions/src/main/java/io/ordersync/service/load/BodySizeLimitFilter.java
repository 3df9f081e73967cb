package io.ordersync.service.load;

import io.ordersync.service.problem.BodyTooLarge;
import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large: by its {@code Content-Length}, or while it is read if it has none. */
@RequiredArgsConstructor
public class BodySizeLimitFilter extends OncePerRequestFilter {

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

    /** Thrown by a filter that reads the body; Spring MVC wraps the exception in one of its own. */
    private static boolean isTooLarge(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof BodyTooLarge;
    }
}
