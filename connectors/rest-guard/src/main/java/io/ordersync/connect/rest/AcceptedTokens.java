package io.ordersync.connect.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * The tokens that a worker accepts: the lines of a file, of which there are one or two. The file is read for each request, so a
 * token is renewed without a restart: the new token becomes the first line, the old token the second, until no client sends it.
 */
record AcceptedTokens(Path file) {

    private static final int MOST = 2;
    private static final int MIN_LENGTH = 16;

    /**
     * Whether a token is one of those in the file. The time that the answer takes does not depend on how much of the token is
     * right.
     *
     * @throws IOException if the file cannot be read, or is not as it should be
     */
    boolean include(String token) throws IOException {
        byte[] given = token.getBytes(UTF_8);
        boolean known = false;
        for (String accepted : read()) {
            known |= MessageDigest.isEqual(accepted.getBytes(UTF_8), given);
        }
        return known;
    }

    /** @throws IOException with what is wrong with the file; no message contains a token */
    List<String> read() throws IOException {
        List<String> tokens = Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (tokens.isEmpty() || tokens.size() > MOST) {
            throw new IOException("The file %s must have one or two lines with a token each, and has %d"
                    .formatted(file, tokens.size()));
        }
        if (tokens.stream().anyMatch(token -> token.length() < MIN_LENGTH)) {
            throw new IOException("Each token in %s must have at least %d characters".formatted(file, MIN_LENGTH));
        }
        return tokens;
    }
}
