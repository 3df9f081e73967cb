package io.ordersync.service.load;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the wait for a thread short when more requests come in than the service can answer. One thread in five then
 * refuses its requests. A refusal is quick, so the queue shrinks and the other threads work on recent requests.
 */
public class LoadSheddingFilter extends OncePerRequestFilter {

    private final RequestThreadPool threads;
    private final OverloadDetector detector;
    private final ProblemWriter writer;
    private final AtomicInteger busy = new AtomicInteger();

    public LoadSheddingFilter(RequestThreadPool threads, OverloadDetector detector, ProblemWriter writer) {
        this.threads = threads;
        this.detector = detector;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RequestLimitFilter.isProbe(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean overloaded = detector.isOverloaded(); // for every request: the detector must see the queue become short
        try {
            if (busy.incrementAndGet() > threads.maxSize() - threads.maxSize() / 5 && overloaded) {
                writer.write(request, response, CommonProblem.OVERLOADED.problem());
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            busy.decrementAndGet();
        }
    }
}
