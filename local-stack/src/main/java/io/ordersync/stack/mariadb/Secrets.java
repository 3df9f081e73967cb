package io.ordersync.stack.mariadb;

import io.ordersync.setup.files.PrivateFile;
import io.ordersync.stack.files.PasswordScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The passwords of the database logins, each made at random when it is first needed, in a file that only its owner reads. */
public final class Secrets {

    private final Path file;
    private final PasswordScript makePassword;

    /** @param makePassword the script that prints a new password */
    public Secrets(Path file, Path makePassword) {
        this.file = file;
        this.makePassword = new PasswordScript(makePassword);
    }

    public Path file() {
        return file;
    }

    public synchronized String password(String login) {
        try {
            Properties known = read();
            if (known.getProperty(login) == null) {
                known.setProperty(login, makePassword.newPassword());
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
}
