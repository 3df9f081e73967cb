package io.ordersync.stack.testing.spring;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.token.ServiceTokens;
import java.nio.file.Path;
import java.util.Map;

/** The tokens that a service under test accepts, if it runs in the JVM of the tests. */
public final class TestTokens {

    private static final ServiceTokens TOKENS = ServiceTokens.of(new StackFolders(
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/test-tokens")));

    private TestTokens() {}

    /** The value of the header {@code Authorization} with a valid token. */
    public static String bearer(String user, String... roles) {
        return TOKENS.bearer(user, roles);
    }

    /** Tokens that no service accepts; see {@link RefusedTokens}. */
    public static Map<String, String> refused() {
        return new RefusedTokens(TOKENS.key()).all();
    }

    static Path publicKeyFile() {
        return TOKENS.publicKeyFile();
    }
}
