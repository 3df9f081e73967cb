package io.ordersync.service.security.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the issuer of the tokens for its keys. Spring Security asks for each token with an unknown key, and anybody can send such
 * tokens. So each address gets one request in five seconds; in between its last answer or failure counts. A service knows a
 * new key of the issuer after five seconds at most.
 */
public class IssuerClient implements ClientHttpRequestInterceptor {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration CONNECT_TIME = Duration.ofSeconds(2);
    private static final Duration READ_TIME = Duration.ofSeconds(3);

    /** An issuer has an address for its keys and up to three for its configuration. */
    private static final int ADDRESSES = 8;

    private final Cache<URI, IssuerAnswer> answers;
    private volatile boolean answering = true;

    public IssuerClient() {
        this(Ticker.systemTicker());
    }

    IssuerClient(Ticker ticker) {
        answers = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(ADDRESSES)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    /** Sends requests, or repeats an answer, for Spring Security. */
    public RestOperations rest() {
        var connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(CONNECT_TIME);
        connections.setReadTimeout(READ_TIME);
        var rest = new RestTemplate(connections);
        rest.getInterceptors().add(this);
        return rest;
    }

    /** Whether the last request was answered with what it asked for. */
    boolean isAnswering() {
        return answering;
    }

    /** Spring Security sends one request at a time. */
    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        IssuerAnswer answer = answers.getIfPresent(request.getURI());
        if (answer == null) {
            answer = IssuerAnswer.of(() -> execution.execute(request, body));
            answering = answer.isSuccess();
            answers.put(request.getURI(), answer);
        }
        return answer.repeat();
    }
}
