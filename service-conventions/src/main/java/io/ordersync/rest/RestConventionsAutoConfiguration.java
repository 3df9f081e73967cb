package io.ordersync.rest;

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

/** Makes a service keep the conventions; what it adds itself, above all an advice of its own, comes before them. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@EnableConfigurationProperties(RestProperties.class)
@Import({
    StrictJson.class,
    StrictParameters.class,
    ProblemAdvice.class,
    ErrorProblems.class,
    ProblemPageController.class,
    OpenApiConfiguration.class
})
class RestConventionsAutoConfiguration {

    /** Before all that costs anything, after what measures a request. */
    private static final int REQUEST_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 9;

    /** Requests that find it no longer need not wait for long. */
    private static final int SHORT_QUEUE = 50;

    /** Before all that reads a body. */
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
    Drain drain(RestProperties properties) {
        return new Drain(properties.drain());
    }

    @Bean
    RequestThreads requestThreads() {
        return new RequestThreads();
    }

    @Bean
    FilterRegistrationBean<BacklogLimit> backlogLimit(RequestThreads threads, ProblemWriter writer) {
        StandingQueue queue = new StandingQueue(threads::waiting, SHORT_QUEUE, System::nanoTime);
        var filter = new FilterRegistrationBean<>(new BacklogLimit(threads, queue, writer));
        filter.setOrder(REQUEST_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RequestLimit> requestLimit(ProblemWriter writer, RestProperties properties) {
        var filter = new FilterRegistrationBean<>(new RequestLimit(properties.maxRequests(), writer));
        filter.setOrder(REQUEST_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter writer, RestProperties properties) {
        var filter = new FilterRegistrationBean<>(
                new BodyLimit(properties.maxBodySize().toBytes(), writer));
        filter.setOrder(BODY_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ReadyAnswer> readyAnswer(JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new ReadyAnswer(json));
        filter.setOrder(BODY_LIMIT_ORDER + 1);
        filter.setDispatcherTypes(DispatcherType.ASYNC);
        return filter;
    }

    /** One language for all sentences: ours are English, and Bean Validation's shall not differ. */
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }
}
