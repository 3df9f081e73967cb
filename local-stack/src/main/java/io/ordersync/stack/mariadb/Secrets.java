package io.ordersync.stack.mariadb;

import io.ordersync.stack.files.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the database logins, made at random when first asked for and kept in a file of the owner's. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public synchronized String password(String login) {
        try {
            Properties known = read();
            if (known.getProperty(login) == null) {
                known.setProperty(login, fresh());
                write(known);
            }
            return known.getProperty(login);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() throws IOException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                known.load(in);
            }
        }
        return known;
    }

    private void write(Properties secrets) throws IOException {
        try (OutputStream out = PrivateFile.replace(file)) {
            secrets.store(out, "Passwords of the database logins of this stack");
        }
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
