package io.ordersync.service;

import io.ordersync.service.openapi.CommonProblemResponses;
import io.ordersync.service.openapi.PageResponse;
import io.ordersync.service.openapi.ProblemResponses;
import io.ordersync.service.openapi.ServiceProblems;
import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemExample;
import io.ordersync.service.problem.ProblemType;
import io.ordersync.service.security.AccessRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.EOFException;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A service with every way of going wrong. */
@SpringBootApplication
class SampleService {

    enum Colour {
        RED,
        GREEN
    }

    record Line(@NotNull @Positive @Nullable Integer qty) {}

    record Basket(
            @NotBlank @Size(max = 5) @Nullable String name,
            @NotNull @Min(1) @Nullable Integer count,
            long weight,
            @Nullable Colour colour,
            @Nullable Boolean gift,
            @NotEmpty @Nullable List<@Valid Line> lines) {}

    enum SampleProblem implements ProblemType {
        BASKET_GONE;

        @Override
        public HttpStatus status() {
            return HttpStatus.GONE;
        }

        @Override
        public String title() {
            return "Basket gone";
        }

        @Override
        public ProblemExample example() {
            return ProblemExample.of("The basket is gone", "/gone");
        }
    }

    @ProblemResponses
    @Retention(RetentionPolicy.RUNTIME)
    @interface SampleProblemResponses {

        SampleProblem[] value();
    }

    @Bean
    ServiceProblems serviceProblems() {
        return ServiceProblems.of(SampleProblem.values());
    }

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/parcels/**").hasRole("courier");
    }

    static class BasketGone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @RestControllerAdvice
    static class SampleAdvice {

        @ExceptionHandler
        ResponseEntity<ProblemDetail> gone(BasketGone e) {
            return SampleProblem.BASKET_GONE
                    .because("The basket is gone")
                    .with("basket", 7)
                    .response();
        }
    }

    @RestController
    @CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
    static class Baskets {

        @PostMapping("/baskets")
        Basket create(@Valid @RequestBody Basket basket) {
            return basket;
        }

        @PutMapping("/baskets/{id}")
        Basket replace(@PathVariable @Size(max = 3) String id, @Valid @RequestBody Basket basket) {
            return basket;
        }

        @GetMapping("/baskets")
        @PageResponse("A page of baskets")
        List<String> list(
                @RequestParam @NotBlank String user,
                @RequestParam(defaultValue = "1") @Min(1) @Max(9) int limit,
                @RequestParam(required = false) @Nullable UUID after,
                @RequestHeader(name = "Sample-Key", required = false) @Size(max = 3) @Nullable String key) {
            return List.of();
        }

        @GetMapping("/needs-header")
        String needsHeader(@RequestHeader("Sample-Key") int key) {
            return "";
        }

        @PostMapping("/strings")
        String strings(@RequestBody List<Basket> body) {
            return "";
        }

        @GetMapping("/gone")
        @SampleProblemResponses(SampleProblem.BASKET_GONE)
        String gone() {
            throw new BasketGone();
        }

        @GetMapping("/late")
        @CommonProblemResponses(CommonProblem.TIMED_OUT)
        CompletableFuture<String> late() {
            return new CompletableFuture<>();
        }

        @GetMapping("/large")
        CompletableFuture<String> large() {
            Executor later = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> "x".repeat(5_000_000), later);
        }

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("SELECT secret FROM io.ordersync");
        }

        @GetMapping("/bug-of-the-jvm")
        String error() {
            throw new StackOverflowError("deep inside");
        }

        @GetMapping("/send-error")
        void sendError(HttpServletRequest request, HttpServletResponse response, @RequestParam int status)
                throws IOException {
            response.sendError(status, "secret");
        }

        @GetMapping("/database/away")
        String away() {
            throw new DataAccessResourceFailureException("secret");
        }

        @GetMapping("/database/no-transaction")
        String noTransaction() {
            throw new CannotCreateTransactionException("secret", new EOFException("secret"));
        }

        @GetMapping("/database/slow")
        String slow() {
            throw new QueryTimeoutException("secret");
        }

        @GetMapping("/database/lost-at-commit")
        String lost() {
            throw new TransactionSystemException("secret", new SQLNonTransientConnectionException("secret"));
        }

        @GetMapping("/database/late")
        CompletableFuture<String> lateAway() {
            return CompletableFuture.failedFuture(new DataAccessResourceFailureException("secret"));
        }
    }

    record Parcel(String name) {}

    record BrokenParcel(String name) {

        public String name() {
            throw new IllegalStateException("secret");
        }
    }

    @RestController
    static class Parcels {

        private static final ResponseEntity<Parcel> PARCEL =
                ResponseEntity.created(URI.create("/parcels/7")).body(new Parcel("größer"));

        @GetMapping(path = "/parcels/now", produces = "application/json")
        CompletableFuture<ResponseEntity<Parcel>> now() {
            return CompletableFuture.completedFuture(PARCEL);
        }

        @GetMapping(path = "/parcels/later", produces = "application/json")
        CompletableFuture<ResponseEntity<Parcel>> later() {
            return later(PARCEL);
        }

        @GetMapping(path = "/parcels/none", produces = "application/json")
        CompletableFuture<ResponseEntity<Void>> none() {
            return later(ResponseEntity.noContent().build());
        }

        @GetMapping("/parcels/as-text")
        CompletableFuture<ResponseEntity<String>> asText() {
            return later(ResponseEntity.ok("a parcel"));
        }

        @GetMapping(path = "/parcels/as-written", produces = "application/json")
        CompletableFuture<ResponseEntity<String>> asWritten() {
            return later(ResponseEntity.ok("{}"));
        }

        @GetMapping(path = "/parcels/as-problem", produces = "application/json")
        CompletableFuture<ResponseEntity<Parcel>> asProblem() {
            return later(ResponseEntity.badRequest()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(new Parcel("none")));
        }

        @GetMapping(path = "/parcels/broken", produces = "application/json")
        CompletableFuture<ResponseEntity<BrokenParcel>> broken() {
            return later(ResponseEntity.created(URI.create("/parcels/8")).body(new BrokenParcel("?")));
        }

        @GetMapping(path = "/parcels/gone", produces = "application/json")
        CompletableFuture<ResponseEntity<Parcel>> gone() {
            return later(PARCEL).thenApply(parcel -> {
                throw new BasketGone();
            });
        }

        private static <T> CompletableFuture<T> later(T answer) {
            return CompletableFuture.supplyAsync(
                    () -> answer, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        }
    }

    /** How often Spring MVC has begun with a request, a second time with the same one included. */
    @Component
    static class Dispatches implements HandlerInterceptor, WebMvcConfigurer {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            count.incrementAndGet();
            return true;
        }

        int count() {
            return count.get();
        }
    }
}
