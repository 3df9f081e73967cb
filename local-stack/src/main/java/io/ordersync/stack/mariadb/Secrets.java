package io.ordersync.stack.mariadb;

import io.ordersync.setup.files.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The passwords of the database logins, each made at random when it is first needed, in a file that only its owner reads. */
public final class Secrets {

    private final Path file;
    private final Path makePassword;

    /** @param makePassword the script that prints a new password */
    public Secrets(Path file, Path makePassword) {
        this.file = file;
        this.makePassword = makePassword;
    }

    public Path file() {
        return file;
    }

    public synchronized String password(String login) {
        try {
            Properties known = read();
            if (known.getProperty(login) == null) {
                known.setProperty(login, newPassword());
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

    private String newPassword() throws IOException {
        Process script = new ProcessBuilder("/bin/sh", makePassword.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String password = new String(script.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (script.onExit().join().exitValue() != 0 || password.isEmpty()) {
            throw new IOException(makePassword + " printed no password");
        }
        return password;
    }
}
