package io.ordersync.service.security.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What came of a request to the issuer.
 *
 * @param failure why there is no answer; null if there is one
 */
record IssuerAnswer(
        HttpStatusCode status,
        HttpHeaders headers,
        byte[] body,
        @Nullable IOException failure) {

    /** Sets of keys have some thousand bytes. */
    private static final int LONGEST = 1024 * 1024;

    /** Sends a request. */
    interface Request {

        ClientHttpResponse send() throws IOException;
    }

    static IssuerAnswer of(Request request) {
        try (ClientHttpResponse response = request.send()) {
            byte[] body = response.getBody().readNBytes(LONGEST);
            return new IssuerAnswer(response.getStatusCode(), response.getHeaders(), body, null);
        } catch (IOException e) {
            return new IssuerAnswer(HttpStatus.SERVICE_UNAVAILABLE, HttpHeaders.EMPTY, new byte[0], e);
        }
    }

    boolean isSuccess() {
        return failure == null && status.is2xxSuccessful();
    }

    /** @throws IOException if there is no answer */
    ClientHttpResponse repeat() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        return new Repeated(this);
    }

    private record Repeated(IssuerAnswer answer) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return answer.status();
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.headers();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(answer.body());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
