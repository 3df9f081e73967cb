package io.ordersync.operations.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request from where the command line names it. */
final class RequestBody {

    private RequestBody() {}

    /**
     * Returns null if there is no body.
     *
     * @param data {@code @-} for the standard input, {@code @FILE} for a file, anything else is the body itself
     * @throws CommandFailed if the file cannot be read
     */
    static byte @Nullable [] read(@Nullable String data) throws IOException {
        if (data == null) {
            return null;
        }
        if (data.equals("@-")) {
            return System.in.readAllBytes();
        }
        return data.startsWith("@") ? content(Path.of(data.substring(1))) : data.getBytes(UTF_8);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailed("Cannot read the file %s: %s".formatted(file, e), e);
        }
    }
}
