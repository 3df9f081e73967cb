package io.ordersync.service.load;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemWriter;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the requests that the service holds at the same time, including those that wait without a thread. A request
 * above the limit is refused at once. Probes are never refused: a busy service is healthy.
 */
public class RequestLimitFilter extends OncePerRequestFilter {

    /** They need no connection, unlike the rest of health. */
    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private final Semaphore permits;
    private final ProblemWriter writer;

    public RequestLimitFilter(int limit, ProblemWriter writer) {
        this.permits = new Semaphore(limit);
        this.writer = writer;
    }

    /** Uses the path that is served, since the path of the request may lead elsewhere: {@code /actuator/../orders}. */
    static boolean isProbe(HttpServletRequest request) {
        return PROBES.contains(request.getServletPath());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isProbe(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!permits.tryAcquire()) {
            writer.write(request, response, CommonProblem.OVERLOADED.problem());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new WhenComplete(permits::release));
            } else {
                permits.release();
            }
        }
    }

    /** Completion comes last and once, also after a time-out or an error. */
    private record WhenComplete(Runnable action) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            action.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this); // a second start drops the listeners of the first
        }
    }
}
