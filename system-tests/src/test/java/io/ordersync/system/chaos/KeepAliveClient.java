package io.ordersync.system.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * One keep-alive connection that sends requests one after another. It does as little work as possible, because a thousand
 * of them share the machine with the system under test.
 */
final class KeepAliveClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final String host;

    KeepAliveClient(String url) throws IOException {
        URI service = URI.create(url);
        this.host = service.getAuthority();
        this.socket = new Socket(service.getHost(), service.getPort());
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @param headers the headers by name, in lower case */
    record Answer(int status, Map<String, String> headers, String body) {

        /** Whether the server closes the connection after this answer. */
        boolean isLast() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }
    }

    Answer post(String path, String authorization, String json) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: " + authorization
                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        int status = Integer.parseInt(line().substring(9, 12));
        Map<String, String> headers = headers();
        return new Answer(status, headers, body(headers));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return text(Integer.parseInt(length));
        }
        StringBuilder chunks = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            chunks.append(text(size));
            line();
        }
        line();
        return chunks.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed without an answer");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
