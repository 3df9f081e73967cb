package io.ordersync.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.mvc.async.request-timeout=100ms",
            "spring.application.name=sample",
            "springdoc.api-docs.enabled=true",
            "springdoc.swagger-ui.enabled=true"
        })
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

    private static final String VALID = """
            {"name":"any","count":2,"weight":3,"lines":[{"qty":1}]}""";

    @LocalServerPort
    private int port;

    @Test
    void acceptsAValidBody() throws IOException {
        assertThat(post(VALID).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "a\\u0000b"})
    void acceptsEscapedText(String name) throws IOException {
        assertThat(post(VALID.replace("any", name)).status()).isEqualTo(200);
    }

    @Test
    void namesEveryInvalidFieldSorted() throws IOException {
        Exchange answer = post("""
                {"name":"too long","count":0,"weight":1,"lines":[{"qty":1},{"qty":0},{}]}""");

        assertThat(answer.isProblem("invalid-request", 400).errors())
                .containsExactly(
                        "count must be greater than or equal to 1",
                        "lines[1].qty must be greater than 0",
                        "lines[2].qty must not be null",
                        "name size must be between 0 and 5");
        assertThat(answer.json().get("instance").asString()).isEqualTo("/baskets");
    }

    @Test
    void answersInEnglishWhateverTheClientAccepts() throws IOException {
        Exchange answer = Exchange.of(port, request("POST", "/baskets", "Accept-Language: de\r\n", "{\"weight\":1}"));

        assertThat(answer.errors()).contains("name must not be blank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'count':'2'}                 | count must be a whole number",
                "{'count':1.5}                 | count must be a whole number",
                "{'count':2.0}                 | count must be a whole number",
                "{'count':true}                | count must be a whole number",
                "{'count':''}                  | count must be a whole number",
                "{'count':[1]}                 | count must be a whole number",
                "{'count':{}}                  | count must be a whole number",
                "{'count':3000000000}          | count must be a whole number from -2147483648 to 2147483647",
                "{'weight':null}               | weight must be a whole number",
                "{'weight':'1'}                | weight must be a whole number",
                "{'weight':1e30}               | weight must be a whole number",
                "{'weight':9223372036854775808}| weight is out of range",
                "{'name':7}                    | name must be a string",
                "{'name':7.5}                  | name must be a string",
                "{'name':true}                 | name must be a string",
                "{'name':{}}                   | name must be a string",
                "{'name':['a']}                | name must be a string",
                "{'name':'a\\ud800b'}          | name must be text that UTF-8 can write",
                "{'name':'\\udc00'}            | name must be text that UTF-8 can write",
                "{'gift':'true'}               | gift must be true or false",
                "{'gift':1}                    | gift must be true or false",
                "{'colour':'BLUE'}             | colour must be one of RED, GREEN",
                "{'colour':0}                  | colour must be one of RED, GREEN",
                "{'colour':''}                 | colour must be one of RED, GREEN",
                "{'lines':{}}                  | lines must be an array",
                "{'lines':'a'}                 | lines must be an array",
                "{'lines':[{'qty':1},{'qty':'1'}]} | lines[1].qty must be a whole number",
                "{'lines':[{'qty':1},7]}       | lines[1] must be an object",
                "{'lines':[{'qty':1,'x':2}]}   | lines[0].x is not known",
                "{'weight':1,'colr':'RED'}             | colr is not known",
                "{'count':1,'count':1}         | count must not be given twice",
                "{'lines':[{'qty':1,'qty':2}]} | lines[0].qty must not be given twice"
            })
    void rejectsAValueOfAnotherTypeAndNamesTheField(String body, String error) throws IOException {
        Exchange answer = post(body.replace('\'', '"'));

        assertThat(answer.isProblem("invalid-request", 400).errors()).containsExactly(error);
    }

    @Test
    void shortensALongFieldName() throws IOException {
        Exchange answer = post("{\"" + "x".repeat(40_000) + "\":1}");

        assertThat(answer.isProblem("invalid-request", 400).body()).hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"name\":}",
                "{name:1}",
                VALID + " {}",
                VALID + "x",
                "nul",
                "{\"a\":NaN}"
            })
    void rejectsABodyThatIsNotOneJsonObject(String body) throws IOException {
        post(body).isProblem("malformed-json", 400);
    }

    @Test
    void rejectsTextThatIsNotUtf8() throws IOException {
        post("{\"name\":\"\u00ff\u00fe\"}").isProblem("malformed-json", 400);
    }

    @Test
    void namesEveryInvalidParameter() throws IOException {
        Exchange answer = Exchange.of(port, request("GET", "/baskets?user=+&limit=10", "Sample-Key: long\r\n"));

        assertThat(answer.isProblem("invalid-request", 400).errors())
                .containsExactly(
                        "Sample-Key size must be between 0 and 3",
                        "limit must be less than or equal to 9",
                        "user must not be blank");
    }

    @Test
    void namesInvalidParametersAndFieldsTogether() throws IOException {
        Exchange answer = Exchange.of(port, request("PUT", "/baskets/four", "", VALID.replace("2", "0")));

        assertThat(answer.isProblem("invalid-request", 400).errors())
                .containsExactly("count must be greater than or equal to 1", "id size must be between 0 and 3");
    }

    @ParameterizedTest
    @CsvSource({
        "/baskets, user must be given",
        "/baskets?user=u&limit=x, limit must be a whole number",
        "/baskets?user=u&limit=9999999999, limit must be a whole number",
        "/baskets?user=u&after=x, after must be a UUID",
        "/baskets?user=u&after=1-1-1-1-1, after must be a UUID",
        "/baskets?user=u&after=+01941f29-7c00-7aaa-8bbb-0123456789ab, after must be a UUID",
        "/baskets?user=u&after=+1941f29-7c00-7aaa-8bbb-0123456789abc, after must be a UUID",
        "/baskets?user=u&after=000000001941f29-7c00-7aaa-8bbb-01234, after must be a UUID",
        "/baskets?user=u&after=++++++++++++++++++++++++++++++++++++, after must be a UUID",
        "/baskets?user=u&user=v, user must not be given twice",
        "/baskets?user=u&limit=1&limit=2, limit must not be given twice",
        "/needs-header, Sample-Key must be given"
    })
    void namesAParameterThatIsMissingOrHasAnotherType(String path, String error) throws IOException {
        assertThat(get(path).isProblem("invalid-request", 400).errors()).containsExactly(error);
    }

    @Test
    void namesAHeaderThatHasAnotherType() throws IOException {
        Exchange answer = Exchange.of(port, request("GET", "/needs-header", "Sample-Key: x\r\n"));

        assertThat(answer.isProblem("invalid-request", 400).errors())
                .containsExactly("Sample-Key must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/baskets/1/2", "/error", "/favicon.ico", "/actuator/env", "/.git/config"})
    void answers404ForAnUnknownPath(String path) throws IOException {
        get(path).isProblem("not-found", 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "PUT", "FOO"})
    void namesTheAllowedMethods(String method) throws IOException {
        Exchange answer = Exchange.of(port, request(method, "/baskets", ""));

        assertThat(answer.isProblem("method-not-allowed", 405).header("Allow"))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void rejectsTrace() throws IOException {
        Exchange.of(port, request("TRACE", "/baskets", "")).isProblem("method-not-allowed", 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", "image/*;q=0.5"})
    void answers406WhereJsonIsNotAccepted(String accepted) throws IOException {
        Exchange.of(port, request("GET", "/baskets?user=u", "Accept: " + accepted + "\r\n"))
                .isProblem("not-acceptable", 406);
    }

    @Test
    void answersABrowserWithAProblemToo() throws IOException {
        Exchange.of(port, request("GET", "/bug", "Accept: text/html,application/xhtml+xml\r\n"))
                .isProblem("internal-error", 500);
        Exchange.of(port, request("GET", "/nothing", "Accept: text/html\r\n")).isProblem("not-found", 404);
        Exchange.of(port, request("GET", "/send-error?status=500", "Accept: text/html\r\n"))
                .isProblem("internal-error", 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "nonsense", "application/x-www-form-urlencoded"})
    void answers415ForABodyThatIsNotJson(String type) throws IOException {
        Exchange answer = Exchange.of(port, body("POST", "/baskets", "Content-Type: " + type + "\r\n", VALID));

        answer.isProblem("unsupported-media-type", 415);
    }

    @Test
    void rejectsALargeContentLengthAtOnce() throws IOException {
        Exchange answer = Exchange.of(
                port, "POST /baskets HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n");

        answer.isProblem("body-too-large", 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void rejectsALargeBodyWhileReadingIt(String type) throws IOException {
        for (String method : new String[] {"POST", "PUT"}) {
            String path = method.equals("PUT") ? "/baskets/1" : "/baskets";
            Exchange answer = Exchange.of(port, chunked(method, path, type, 70_000));

            assertThat(answer.status()).as(method).isIn(413, 415);
            answer.isProblem(answer.status() == 413 ? "body-too-large" : "unsupported-media-type", answer.status());
        }
        Exchange.of(port, chunked("POST", "/baskets", "application/json", 70_000))
                .isProblem("body-too-large", 413);
    }

    @Test
    void acceptsABodyOfExactlyTheLimit() throws IOException {
        String padded = " ".repeat(65_536 - VALID.length()) + VALID;

        assertThat(post(padded).status()).isEqualTo(200);
        post(" " + padded).isProblem("body-too-large", 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "no-transaction", "slow", "lost-at-commit", "late"})
    void answers503WhenTheDatabaseIsAway(String way) throws IOException {
        Exchange answer = get("/database/" + way).isProblem("database-unavailable", 503);

        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void answers503WhenTheAnswerTakesTooLong() throws IOException {
        assertThat(get("/late").isProblem("timed-out", 503).header("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void answersAProblemOfTheServiceWithItsProperties() throws IOException {
        Exchange answer = get("/gone").isProblem("basket-gone", 410);

        assertThat(answer.json().get("basket").asInt()).isEqualTo(7);
        assertThat(answer.json().get("title").asString()).isEqualTo("Basket gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bug", "/bug-of-the-jvm"})
    void logsAnUnexpectedErrorOnceAndHidesItFromTheClient(String path, CapturedOutput output) throws IOException {
        get(path).isProblem("internal-error", 500);

        assertThat(output.getOut().lines().filter(line -> line.contains(" ERROR ")))
                .hasSize(1);
    }

    @Test
    void logsNoErrorForAFaultOfTheClient(CapturedOutput output) throws IOException {
        post("{").isProblem("malformed-json", 400);
        get("/baskets?user=%zz").isProblem("malformed-request", 400);
        get("/database/away").isProblem("database-unavailable", 503);
        leaveWhileSending();
        leaveWhileWaiting();
        assertThat(get("/large").status()).isEqualTo(200);

        assertThat(output.getOut()).doesNotContain("ERROR").doesNotContain("WARN");
    }

    @ParameterizedTest
    @CsvSource({"400, malformed-request", "404, not-found", "500, internal-error", "413, body-too-large"})
    void answersASentErrorAsAProblem(int status, String slug) throws IOException {
        get("/send-error?status=" + status).isProblem(slug, status);
    }

    @Test
    void answersARareStatusWithoutAType() throws IOException {
        Exchange answer = get("/send-error?status=505");

        assertThat(answer.status()).isEqualTo(505);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("type").asString("about:blank")).isEqualTo("about:blank");
        assertThat(answer.json().get("title").asString()).isEqualTo("HTTP Version not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\n\r\n",
                "GET /a{b} HTTP/1.1\r\n\r\n",
                "GET /baskets?user=%zz HTTP/1.1\r\n\r\n",
                "GET /a%2Fb HTTP/1.1\r\n\r\n",
                "GET /a%00b HTTP/1.1\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\n\r\n",
                "G@T / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nbad header: x\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST /baskets HTTP/1.1\r\nContent-Length: abc\r\n\r\n",
                "POST /baskets HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
            })
    void answersARequestThatIsNotHttp(String request) throws IOException {
        Exchange.of(port, request).isProblem("malformed-request", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"})
    void answersARequestWithoutHost(String request) throws IOException {
        Exchange.raw(port, request).isProblem("malformed-request", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.com", "evil.example.com:8081", "127.0.0.1.evil.example.com", "localhost."})
    void anOpenServiceAnswersNoPageOfAnotherSite(String host) throws IOException {
        Exchange.raw(port, "GET /baskets?user=u HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                .isProblem("malformed-request", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8081", "[::1]:8081", "order-service"})
    void anOpenServiceAnswersLocalNames(String host) throws IOException {
        assertThat(Exchange.raw(port, "GET /baskets?user=u HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersATooLargeHeader() throws IOException {
        Exchange.of(port, request("GET", "/baskets", "Sample-Key: " + "x".repeat(20_000) + "\r\n"))
                .isProblem("malformed-request", 400);
    }

    @Test
    void servesThePageOfProblems() throws IOException {
        Exchange page = get("/problems.md");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/markdown;charset=utf-8");
        assertThat(page.body()).contains("### malformed-json");
    }

    private void leaveWhileSending() throws IOException {
        leaveAfter(request("POST", "/baskets", "Content-Type: application/json\r\nContent-Length: 1000\r\n") + VALID);
    }

    private void leaveWhileWaiting() throws IOException {
        leaveAfter(request("GET", "/large", ""));
    }

    /** As a process that dies does: the connection is reset. */
    private void leaveAfter(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(request.replaceFirst("\r\n", "\r\nHost: localhost\r\n")
                            .getBytes(UTF_8));
        }
    }

    private Exchange get(String path) throws IOException {
        return Exchange.of(port, request("GET", path, ""));
    }

    private Exchange post(String body) throws IOException {
        return Exchange.of(port, request("POST", "/baskets", "", body));
    }

    private static String request(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\n%s\r\n".formatted(method, path, headers);
    }

    private static String request(String method, String path, String headers, String body) {
        return body(method, path, headers + "Content-Type: application/json\r\n", body);
    }

    private static String body(String method, String path, String headers, String body) {
        return request(method, path, headers + "Content-Length: " + body.length() + "\r\n") + body;
    }

    private static String chunked(String method, String path, String type, int length) {
        return request(method, path, "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n")
                + Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n0\r\n\r\n";
    }
}
