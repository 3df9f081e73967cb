package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.service.load.RequestThreadPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.application.name=sample", "server.tomcat.threads.max=5"})
@Import(LoadSheddingFilterTests.Blocking.class)
class LoadSheddingFilterTests {

    private static final int THREADS = 5;
    private static final int CLIENTS = 100;

    /** Requests that hold their thread until the test lets one of them go. */
    @RestController
    static class Blocking {

        private final Semaphore ends = new Semaphore(0);

        @GetMapping("/blocking")
        String block() throws InterruptedException {
            ends.acquire();
            return "done";
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Blocking blocking;

    @Autowired
    private RequestThreadPool threads;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void end() {
        blocking.ends.release(CLIENTS);
        clients.shutdown();
    }

    @Test
    void refusesRequestsOfALongQueueAndServesTheRest() {
        List<CompletableFuture<Exchange>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> get("/blocking"), clients))
                .limit(CLIENTS)
                .toList();
        await().until(() -> threads.queueLength() == CLIENTS - THREADS);
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            blocking.ends.release();
            return answers.stream()
                    .anyMatch(answer -> answer.isDone() && answer.join().status() == 503);
        });
        blocking.ends.release(CLIENTS);

        List<Exchange> all = answers.stream().map(CompletableFuture::join).toList();
        assertThat(all.stream().filter(answer -> answer.status() == 503))
                .allSatisfy(
                        answer -> assertThat(answer.isProblem("overloaded", 503).header("Retry-After"))
                                .isEqualTo("2"));
        assertThat(all.stream().filter(answer -> answer.status() == 200)).hasSizeGreaterThanOrEqualTo(50);
        assertThat(all).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
        assertThat(get("/gone").status()).as("the queue is short again").isEqualTo(410);
    }

    private Exchange get(String path) {
        try {
            return Exchange.of(port, "GET " + path + " HTTP/1.1\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
