package io.ordersync.service.problem.tomcat;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.Problem;
import io.ordersync.service.problem.ProblemWriter;
import io.ordersync.service.problem.UntypedProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;

/** Answers requests that Tomcat refuses before an application receives them, such as one with an invalid path. */
@Slf4j
@RequiredArgsConstructor
class ProblemReportValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final ProblemWriter writer;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean open = response.getStatus() >= FIRST_ERROR && response.getContentWritten() == 0;
        if (!open || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(request, response, problem(request, response));
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("The client has closed the connection", gone);
        }
    }

    private static Problem problem(Request request, Response response) {
        return isInterruptedByShutdown(request, response)
                ? UntypedProblem.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE).retryAfter(CommonProblem.RETRY_AFTER)
                : CommonProblem.of(response.getStatus());
    }

    /**
     * Whether the request was interrupted because the service is stopping. A paused Tomcat refuses such a request before it
     * reads any header, and reports a missing {@code Host}, which would be an error of the client.
     */
    private static boolean isInterruptedByShutdown(Request request, Response response) {
        return response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                && !request.getHeaderNames().hasMoreElements()
                && request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }
}
