package io.ordersync.rest;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses at once what would be more requests at a time than the service holds, those that wait without a thread
 * included. Whoever asks for the service's health is never refused: it is busy, not ill.
 */
class RequestLimit extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/";

    private final Semaphore places;
    private final ProblemWriter writer;

    RequestLimit(int limit, ProblemWriter writer) {
        this.places = new Semaphore(limit);
        this.writer = writer;
    }

    /** By the path that is served, since that of the request may lead elsewhere: {@code /actuator/../orders}. */
    static boolean asksForHealth(HttpServletRequest request) {
        return request.getServletPath().startsWith(HEALTH);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return asksForHealth(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            writer.write(request, response, CommonProblem.OVERLOADED.problem());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new WhenComplete(places::release));
            } else {
                places.release();
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
            event.getAsyncContext().addListener(this); // a second start forgets the listeners of the first
        }
    }
}
