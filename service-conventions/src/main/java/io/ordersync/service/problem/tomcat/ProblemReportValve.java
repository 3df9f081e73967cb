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

/** Answers what Tomcat refuses before any application sees it, such as a path that is none. */
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
            log.debug("The client has gone", gone);
        }
    }

    private static Problem problem(Request request, Response response) {
        return isCutOff(request, response)
                ? UntypedProblem.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE).retryAfter(CommonProblem.RETRY_AFTER)
                : CommonProblem.of(response.getStatus());
    }

    /**
     * A request during which Tomcat was paused, since the service ends, is refused before any of its headers is read, and
     * then taken for one without {@code Host}, which would be the client's fault.
     */
    private static boolean isCutOff(Request request, Response response) {
        return response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                && !request.getHeaderNames().hasMoreElements()
                && request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }
}
