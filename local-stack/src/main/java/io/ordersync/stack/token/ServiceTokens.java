package io.ordersync.stack.token;

import io.ordersync.setup.token.SigningKey;
import io.ordersync.setup.token.TokenIssuer;
import io.ordersync.stack.files.StackFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The tokens that the services of a stack accept. */
public final class ServiceTokens {

    private static final Duration VALIDITY = Duration.ofHours(12);

    private final SigningKey key;
    private final TokenIssuer issuer;

    private ServiceTokens(SigningKey key) {
        this.key = key;
        this.issuer = new TokenIssuer(key);
    }

    /** The tokens of the stack with these folders; makes its key if there is none. */
    public static ServiceTokens of(StackFolders folders) {
        try {
            return new ServiceTokens(SigningKey.in(folders.tokens()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token that is valid for twelve hours. */
    public String issue(String user, String... roles) {
        return issuer.issue(user, List.of(roles), VALIDITY);
    }

    /** The value of the header {@code Authorization} with such a token. */
    public String bearer(String user, String... roles) {
        return "Bearer " + issue(user, roles);
    }

    /** The key that signs the tokens. */
    public SigningKey key() {
        return key;
    }

    /** The file with the key that checks the tokens. */
    public Path publicKeyFile() {
        return key.publicKeyFile();
    }
}
