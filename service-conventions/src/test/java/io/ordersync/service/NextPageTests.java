package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.application.name=sample"})
@Import(NextPageTests.Pages.class)
class NextPageTests {

    /** Every page is full. */
    @RestController
    static class Pages {

        @GetMapping("/pages")
        ResponseEntity<Map<String, String>> page(
                @RequestParam String user, @RequestParam(defaultValue = "") String after) {
            HttpHeaders headers = new HttpHeaders();
            NextPage.linkTo(headers, user + "+&=");
            return ResponseEntity.ok().headers(headers).body(Map.of("user", user, "after", after));
        }
    }

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a=b",
                "a/b?c",
                "1 OR 1=1",
                "a&b",
                "{a}",
                "a+b",
                "100%",
                "\u00fc\u20ac\ud83d\ude00",
                "a;b",
                "#"
            })
    void repeatsTheQueryOfAnyEscaping(String user) throws IOException {
        String escaped = UriUtils.encode(user, StandardCharsets.UTF_8);
        for (String query :
                List.of(escaped, escaped.replace("%3D", "=").replace("%2F", "/").replace("%3F", "?"))) {
            Exchange first = get("/pages?after=x&no%7Bt%7D=1&user=" + query);
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            URI next = URI.create(first.header("Link").replaceFirst("^<(.*)>; rel=\"next\"$", "$1"));
            assertThat(next.getHost()).isEqualTo("localhost");

            Exchange second = get(next.getRawPath() + "?" + next.getRawQuery());

            assertThat(second.json().get("user").asString()).isEqualTo(user);
            assertThat(second.json().get("after").asString()).isEqualTo(user + "+&=");
        }
    }

    private Exchange get(String target) throws IOException {
        return Exchange.of(port, "GET " + target + " HTTP/1.1\r\n\r\n");
    }
}
