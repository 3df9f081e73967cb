package io.ordersync.stack.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The script that makes passwords, here and in the containers. */
public record PasswordScript(Path script) {

    /** A new password, made at random. */
    public String newPassword() throws IOException {
        Process process = new ProcessBuilder("/bin/sh", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String password = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.onExit().join().exitValue() != 0 || password.isEmpty()) {
            throw new IOException(script + " printed no password");
        }
        return password;
    }
}
