package io.ordersync.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the wait for a thread short when more requests come in than the service can answer: one thread in five then
 * refuses what it gets, which is soon done, so that the others work on what has not waited long.
 */
class BacklogLimit extends OncePerRequestFilter {

    private final RequestThreads threads;
    private final StandingQueue queue;
    private final ProblemWriter writer;
    private final AtomicInteger busy = new AtomicInteger();

    BacklogLimit(RequestThreads threads, StandingQueue queue, ProblemWriter writer) {
        this.threads = threads;
        this.queue = queue;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RequestLimit.asksForHealth(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stands = queue.stands(); // asked of every request, for only so it sees the queue become short
        try {
            if (busy.incrementAndGet() > threads.count() - threads.count() / 5 && stands) {
                writer.write(request, response, CommonProblem.OVERLOADED.problem());
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            busy.decrementAndGet();
        }
    }
}
