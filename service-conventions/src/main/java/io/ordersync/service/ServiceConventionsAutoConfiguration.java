package io.ordersync.service;

import io.ordersync.service.load.BodySizeLimitFilter;
import io.ordersync.service.load.LoadSheddingFilter;
import io.ordersync.service.load.OverloadDetector;
import io.ordersync.service.load.RequestLimitFilter;
import io.ordersync.service.load.RequestThreadPool;
import io.ordersync.service.load.ShutdownDelay;
import io.ordersync.service.openapi.OpenApiConfiguration;
import io.ordersync.service.problem.ProblemWriter;
import io.ordersync.service.problem.mvc.CommonProblemAdvice;
import io.ordersync.service.problem.mvc.ErrorProblemController;
import io.ordersync.service.problem.mvc.ProblemPageController;
import io.ordersync.service.problem.tomcat.TomcatProblems;
import io.ordersync.service.strict.StrictJson;
import io.ordersync.service.strict.StrictParameters;
import jakarta.servlet.DispatcherType;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Adds the conventions to a service. Beans of the service, such as its advice, come before them. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@EnableConfigurationProperties(RestProperties.class)
@Import({
    StrictJson.class,
    StrictParameters.class,
    CommonProblemAdvice.class,
    ErrorProblemController.class,
    ProblemPageController.class,
    OpenApiConfiguration.class
})
class ServiceConventionsAutoConfiguration {

    /** After the filter that measures a request and before everything that costs time. */
    private static final int REQUEST_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 9;

    /** With at most so many waiting requests the wait is short. */
    private static final int SHORT_QUEUE = 50;

    /** Before every filter that reads a body. */
    private static final int BODY_LIMIT_ORDER = REQUEST_LIMIT_ORDER + 1;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    TomcatProblems tomcatProblems(ProblemWriter writer, RestProperties properties) {
        return new TomcatProblems(
                writer, Math.toIntExact(properties.maxBodySize().toBytes()));
    }

    @Bean
    ShutdownDelay shutdownDelay(RestProperties properties) {
        return new ShutdownDelay(properties.drain());
    }

    @Bean
    RequestThreadPool requestThreadPool() {
        return new RequestThreadPool();
    }

    @Bean
    FilterRegistrationBean<LoadSheddingFilter> loadSheddingFilter(RequestThreadPool threads, ProblemWriter writer) {
        OverloadDetector detector = new OverloadDetector(threads::queueLength, SHORT_QUEUE, System::nanoTime);
        var filter = new FilterRegistrationBean<>(new LoadSheddingFilter(threads, detector, writer));
        filter.setOrder(REQUEST_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RequestLimitFilter> requestLimitFilter(ProblemWriter writer, RestProperties properties) {
        var filter = new FilterRegistrationBean<>(new RequestLimitFilter(properties.maxRequests(), writer));
        filter.setOrder(REQUEST_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodySizeLimitFilter> bodySizeLimitFilter(ProblemWriter writer, RestProperties properties) {
        var filter = new FilterRegistrationBean<>(
                new BodySizeLimitFilter(properties.maxBodySize().toBytes(), writer));
        filter.setOrder(BODY_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<AsyncJsonResponseFilter> asyncJsonResponseFilter(JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new AsyncJsonResponseFilter(json));
        filter.setOrder(BODY_LIMIT_ORDER + 1);
        filter.setDispatcherTypes(DispatcherType.ASYNC);
        return filter;
    }

    /** Bean Validation's messages are English, like our own. */
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }
}
