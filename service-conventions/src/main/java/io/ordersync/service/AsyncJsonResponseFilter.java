package io.ordersync.service;

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
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the answer that a controller's future has become, where that is a record which goes out as plain JSON. Spring MVC
 * would look for the controller's method a second time, only to find who writes. It still does so for all else, above all
 * for a failure, which becomes a problem.
 */
@RequiredArgsConstructor
class AsyncJsonResponseFilter extends OncePerRequestFilter {

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
        if (WebAsyncUtils.getAsyncManager(request).getConcurrentResult() instanceof ResponseEntity<?> answer
                && isPlainJson(answer, request)) {
            byte[] body;
            try {
                body = json.writeValueAsBytes(answer.getBody());
            } catch (JacksonException springWillFailAsWell) {
                chain.doFilter(request, response);
                return;
            }
            write(answer, body, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Spring has other converters for what is no record, problems among them, and minds a content type that is set. To a
     * path with parameters ({@code ;x.bat}) it adds a {@code Content-Disposition}, so that nobody's browser runs the answer.
     */
    private static boolean isPlainJson(ResponseEntity<?> answer, HttpServletRequest request) {
        return answer.getBody() instanceof Record
                && answer.getHeaders().getContentType() == null
                && ONLY_JSON.equals(request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE))
                && request.getRequestURI().indexOf(';') < 0;
    }

    /** With its length, and not flushed: so head and body leave together. */
    private void write(ResponseEntity<?> answer, byte[] body, HttpServletResponse response) throws IOException {
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
