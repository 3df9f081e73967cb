package io.ordersync.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the answer that a controller's future has become, where its mapping produces JSON and nothing else. Spring MVC
 * would look for the controller's method a second time, only to find who writes. It still does so for all else, above all
 * for a failure, which becomes a problem.
 */
@RequiredArgsConstructor
class ReadyAnswer extends OncePerRequestFilter {

    private static final Set<MediaType> ONLY_JSON = Set.of(MediaType.APPLICATION_JSON);

    private final JsonMapper json;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isAsyncDispatch(request);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WebAsyncManager async = WebAsyncUtils.getAsyncManager(request);
        if (async.getConcurrentResult() instanceof ResponseEntity<?> answer
                && answer.hasBody()
                && ONLY_JSON.equals(request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE))) {
            write(answer, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** With its length, and not flushed: so head and body leave together. */
    private void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
        byte[] body = json.writeValueAsBytes(answer.getBody());
        try {
            response.setStatus(answer.getStatusCode().value());
            answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (AsyncRequestNotUsableException theClientIsGone) {
            logger.debug("Nobody is there for the answer", theClientIsGone);
        }
    }
}
