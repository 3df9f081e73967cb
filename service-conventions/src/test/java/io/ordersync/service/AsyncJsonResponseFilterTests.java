package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.application.name=sample"})
class AsyncJsonResponseFilterTests {

    @LocalServerPort
    private int port;

    @Autowired
    private SampleService.Dispatches dispatches;

    @ParameterizedTest
    @ValueSource(strings = {"/parcels/now", "/parcels/later"})
    void writesTheRecordAsJson(String path) throws IOException {
        Exchange answer = get(path);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/parcels/7");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Length")).isEqualTo("19");
        assertThat(answer.body()).isEqualTo("{\"name\":\"größer\"}");
    }

    @Test
    void answersWithoutASecondDispatchToSpring() throws IOException {
        int before = dispatches.count();

        get("/parcels/later");

        assertThat(dispatches.count() - before).isEqualTo(1);
    }

    @Test
    void answersHeadWithTheLength() throws IOException {
        Exchange answer = Exchange.of(port, "HEAD /parcels/later HTTP/1.1\r\n\r\n");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Length")).isEqualTo("19");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void doesNotWriteText() throws IOException {
        Exchange answer = get("/parcels/as-text");

        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).contains("a parcel").doesNotContain("\"");
    }

    @Test
    void leavesAResponseWithoutBodyToSpring() throws IOException {
        Exchange answer = get("/parcels/none");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Content-Type")).isEmpty();
    }

    @Test
    void leavesAStringOfJsonToSpring() throws IOException {
        assertThat(get("/parcels/as-written").body()).isEqualTo("{}");
    }

    @Test
    void leavesAResponseWithAContentTypeToSpring() throws IOException {
        assertThat(get("/parcels/as-problem").header("Content-Type")).isEqualTo("application/problem+json");
    }

    /** Which keeps the browser of who follows such a link from taking the answer for a program. */
    @Test
    void leavesToSpringAPathWithParameters() throws IOException {
        assertThat(get("/parcels/later;x.bat").header("Content-Disposition")).isEqualTo("inline;filename=f.txt");
    }

    @Test
    void leavesARecordThatCannotBeSerializedToSpring() throws IOException {
        get("/parcels/broken").isProblem("internal-error", 500);
    }

    @Test
    void leavesAFailureToSpring() throws IOException {
        get("/parcels/gone").isProblem("basket-gone", 410);
    }

    private Exchange get(String path) throws IOException {
        return Exchange.of(port, "GET %s HTTP/1.1\r\nAccept: */*\r\n\r\n".formatted(path));
    }
}
