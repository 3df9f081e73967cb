package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** A server that ends is paused; what if that happens just when it has begun to read a request. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.application.name=sample"})
class PausedServerTests {

    @LocalServerPort
    private int port;

    @AfterEach
    void goOn() {
        PausedWhileItReads.paused = false;
    }

    @Test
    void answers503WhilePaused() throws IOException {
        PausedWhileItReads.paused = true;

        Exchange answer = Exchange.of(port, "GET /baskets/1 HTTP/1.1\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    /** Tomcat asks before it reads a request whether it is paused, and once more behind the request line. */
    public static final class PausedWhileItReads extends Http11NioProtocol {

        private static volatile boolean paused;

        private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);

        @Override
        public boolean isPaused() {
            boolean again = asked.get();
            asked.set(paused);
            return paused && again;
        }
    }

    @TestConfiguration
    static class Server {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> pausing() {
            return factory -> factory.setProtocol(PausedWhileItReads.class.getName());
        }
    }
}
