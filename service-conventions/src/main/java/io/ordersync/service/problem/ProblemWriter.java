package io.ordersync.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem in a filter or in Tomcat, where Spring MVC cannot. */
@RequiredArgsConstructor
public class ProblemWriter {

    private final JsonMapper json;

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        ProblemDetail body = problem.body();
        body.setInstance(instance(request.getRequestURI()));
        byte[] bytes = json.writeValueAsBytes(body);
        response.setStatus(body.getStatus());
        problem.headers().forEach((name, values) -> response.setHeader(name, values.get(0)));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The path may be invalid, since Tomcat may have refused the request for it. */
    private static @Nullable URI instance(@Nullable String path) {
        try {
            return path == null ? null : new URI(path);
        } catch (URISyntaxException invalid) {
            return null;
        }
    }
}
