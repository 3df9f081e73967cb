package io.ordersync.service.problem.tomcat;

import io.ordersync.service.problem.ProblemWriter;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Replaces Tomcat's error page by problems. Runs after Spring Boot's customizer, so that this valve comes first. */
@RequiredArgsConstructor
public class TomcatProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final ProblemWriter writer;
    private final int maxBodySize;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(this::replaceReport);
        factory.addConnectorCustomizers(connector -> connector.setMaxPostSize(maxBodySize));
    }

    private void replaceReport(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new ProblemReportValve(writer));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
