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
 * Writes the result of a controller's future if it is a record in plain JSON. Spring MVC would dispatch the request a second
 * time, which costs time under load. Spring MVC still writes every other result, such as a failure, which becomes a problem.
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
            } catch (JacksonException springReportsIt) {
                chain.doFilter(request, response);
                return;
            }
            write(answer, body, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Other bodies, such as problems, and results with a content type need Spring's converters. For a path with parameters
     * ({@code ;x.bat}) Spring adds a {@code Content-Disposition}, so that a browser does not run the answer.
     */
    private static boolean isPlainJson(ResponseEntity<?> answer, HttpServletRequest request) {
        return answer.getBody() instanceof Record
                && answer.getHeaders().getContentType() == null
                && ONLY_JSON.equals(request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE))
                && request.getRequestURI().indexOf(';') < 0;
    }

    /** Sets the length and does not flush, so head and body are sent in one packet. */
    private void write(ResponseEntity<?> answer, byte[] body, HttpServletResponse response) throws IOException {
        try {
            response.setStatus(answer.getStatusCode().value());
            answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (AsyncRequestNotUsableException clientIsGone) {
            logger.debug("The client has closed the connection", clientIsGone);
        }
    }
}
