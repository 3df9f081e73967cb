package io.ordersync.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request as raw bytes, so that it can break any rule, and what came back on the connection. */
record Exchange(int status, List<String> headers, String body) {

    /** @param request of HTTP/1.1, without {@code Host} and {@code Connection}, which are added */
    static Exchange of(int port, String request) throws IOException {
        return raw(port, request.replaceFirst("\r\n", "\r\nHost: localhost\r\nConnection: close\r\n"));
    }

    static Exchange raw(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(socket.getInputStream());
        }
    }

    /** Not further than the body goes: the server may leave the connection open for the rest of the request. */
    private static Exchange parse(InputStream stream) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = stream.read();
            assertThat(next).as("end of %s", head).isNotNegative();
            head.write(next);
        }
        List<String> lines = head.toString(ISO_8859_1).lines().toList();
        int status = Integer.parseInt(lines.get(0).split(" ")[1]);
        Exchange answer = new Exchange(status, lines, "");
        String length = answer.header("Content-Length");
        byte[] body = length.isEmpty() ? stream.readAllBytes() : stream.readNBytes(Integer.parseInt(length));
        return new Exchange(status, lines, new String(body, UTF_8));
    }

    String header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(header -> header.substring(prefix.length()).strip())
                .findFirst()
                .orElse("");
    }

    JsonNode json() {
        return JsonMapper.shared()
                .readTree(
                        header("Transfer-Encoding").isEmpty()
                                ? body
                                : body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    }

    /** A Problem Detail of this type, complete, and without a word about the inside. */
    Exchange isProblem(String slug, int status) {
        assertThat(status()).as(body).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json().get("type").asString()).isEqualTo("/problems.md#" + slug);
        assertThat(json().get("status").asInt()).isEqualTo(status);
        assertThat(json().get("title").asString()).isNotBlank();
        assertThat(json().get("detail").asString()).isNotBlank();
        assertThat(body)
                .doesNotContainIgnoringCase("exception", "secret", "java", "ordersync", "tools.", "org.", "at [");
        return this;
    }

    List<String> errors() {
        return json().get("errors")
                .valueStream()
                .map(error -> error.get("field").asString() + " "
                        + error.get("message").asString())
                .toList();
    }
}
