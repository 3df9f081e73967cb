package io.ordersync.setup.certificate;

import io.ordersync.setup.files.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The JDK's {@code keytool} and the key store in which it works, which exists as long as this object is open. */
final class Keytool implements AutoCloseable {

    private static final String TYPE = "PKCS12";
    private static final String PASSWORD = "ORDERSYNC_STORE_PASSWORD";

    private final Path store;
    private final String password = randomPassword();

    /** Deletes a store that an interrupted run has left: nobody knows its password. */
    Keytool(Path store) throws IOException {
        this.store = store;
        Files.deleteIfExists(store);
    }

    /**
     * Makes a key pair on the curve P-256 and a certificate for it, which is valid from yesterday on: the clocks of other
     * machines differ.
     *
     * @param more further options of {@code keytool -genkeypair}
     */
    Credential generate(String alias, int days, String... more) throws IOException, GeneralSecurityException {
        List<String> options = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
        options.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA"));
        options.addAll(List.of("-startdate", "-1d", "-validity", Integer.toString(days)));
        options.addAll(List.of(more));
        run(options);
        return read(alias);
    }

    /** Puts a credential into the key store, so that it can sign others. */
    void add(String alias, Credential credential) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(TYPE);
        keys.load(null, null);
        keys.setKeyEntry(
                alias,
                credential.key(),
                password.toCharArray(),
                credential.chain().toArray(Certificate[]::new));
        try (OutputStream out = PrivateFile.replace(store)) {
            keys.store(out, password.toCharArray());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(store);
    }

    private Credential read(String alias) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(TYPE);
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        PrivateKey key = (PrivateKey) keys.getKey(alias, password.toCharArray());
        return new Credential(
                key,
                Arrays.stream(keys.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    /** The password is in the environment, which no other user of the machine sees. */
    private void run(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(options);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", TYPE, "-storepass:env", PASSWORD));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of(PASSWORD, password));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool could not make a certificate: " + output.strip());
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }
}
