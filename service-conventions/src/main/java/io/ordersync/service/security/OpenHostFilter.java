package io.ordersync.service.security;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps web pages away from an open service. A page can make the name of its own site point to this machine (DNS rebinding)
 * and would then be allowed to read all answers. Such a name has a dot and is no IP address.
 */
@RequiredArgsConstructor
class OpenHostFilter extends OncePerRequestFilter {

    private static final Pattern LOCAL = Pattern.compile("[^.]+|[0-9.]+|\\[.*]");

    private final ProblemWriter writer;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (LOCAL.matcher(request.getServerName()).matches()) {
            chain.doFilter(request, response);
        } else {
            writer.write(
                    request,
                    response,
                    CommonProblem.MALFORMED_REQUEST.because(
                            "The header Host must be an IP address or a name without dots, because this service is open."));
        }
    }
}
