package io.ordersync.setup.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.cli.CommandLines;
import io.ordersync.setup.files.PemBlock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenCommandTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsOnlyATokenThatThePublicKeyVerifies() throws Exception {
        assertThat(token("user-1", "--role", "orders-admin", "--role", "operator"))
                .isZero();

        assertThat(err.toString()).isEmpty();
        String[] parts = out.toString().strip().split("\\.");
        assertThat(out.toString()).isEqualTo(String.join(".", parts) + System.lineSeparator());
        assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        long now = Instant.now().getEpochSecond();
        assertThat(decoded(parts[1]))
                .startsWith("{\"iss\":\"order-sync\",\"aud\":\"order-sync\",\"sub\":\"user-1\","
                        + "\"roles\":[\"orders-admin\",\"operator\"],\"iat\":");
        assertThat(number(decoded(parts[1]), "exp")).isBetween(now + 12 * 3600 - 60, now + 12 * 3600);
        assertThat(isSigned(parts)).isTrue();
    }

    @Test
    void writesAnyUserAsJson() {
        assertThat(token("a\"b\\c\t가")).isZero();

        assertThat(decoded(out.toString().split("\\.")[1])).contains("\"sub\":\"a\\\"b\\\\c\\u0009가\"");
    }

    @Test
    void onlyTheOwnerReadsThePrivateKey() throws Exception {
        assertThat(token("user-1")).isZero();

        assertThat(Files.getPosixFilePermissions(folder.resolve("tokens/private-key.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder.resolve("tokens"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("private-key.pem", "public-key.pem");
        }
    }

    @Test
    void concurrentFirstCallsGetOneKey() throws Exception {
        Set<String> keys = new ConcurrentSkipListSet<>();
        var threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            calls.add(() -> keys.add(SigningKey.in(folder).publicKeyPem()));
        }
        for (var result : threads.invokeAll(calls)) {
            result.get();
        }
        threads.shutdown();

        assertThat(keys).hasSize(1).containsExactly(Files.readString(folder.resolve("public-key.pem")));
    }

    @Test
    void namesTheFolderOfAKeyThatCannotBeRead() throws Exception {
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("tokens/private-key.pem"), "no key");

        assertThat(token("user-1")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("The key in " + folder.resolve("tokens") + " cannot be read. Delete the folder");
    }

    @Test
    void rejectsInvalidUsersAndTimes() {
        assertThat(token("")).isEqualTo(2);
        assertThat(token("u".repeat(65))).isEqualTo(2);
        assertThat(token("user-1", "--valid-for", "soon")).isEqualTo(2);
        assertThat(token("user-1", "--valid-for", "367d")).isEqualTo(2);
        assertThat(token()).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "USER must have 1 to 64 characters. See token --help.",
                        "USER must have 1 to 64 characters. See token --help.",
                        "Invalid value for option '--valid-for': 'soon' is no time such as 30m, 12h or 7d. See token --help.",
                        "Invalid value for option '--valid-for': the time must be from 1s to 366d. See token --help.",
                        "Missing required parameter: 'USER'. See token --help.");
        assertThat(out.toString()).isEmpty();
    }

    private int token(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--keys", folder.resolve("tokens").toString()));
        CommandLine line = CommandLines.create(new TokenCommand());
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private boolean isSigned(String[] parts) throws Exception {
        byte[] key = PemBlock.read("PUBLIC KEY", Files.readString(folder.resolve("tokens/public-key.pem")));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static long number(String claims, String name) {
        return Long.parseLong(claims.replaceAll(".*\"%s\":(\\d+).*".formatted(name), "$1"));
    }
}
