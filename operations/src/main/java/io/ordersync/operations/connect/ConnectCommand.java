package io.ordersync.operations.connect;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.TokenFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run connect}: sends one request to the worker, with its token. */
@Command(
        name = "connect",
        header = "Send a request to the Kafka Connect worker, with its token.",
        description = {"", "Prints the answer as indented JSON.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run connect GET /connectors",
            "  ./run connect PUT /connectors/my-sink/config @my-sink.json",
            "  ./run connect POST /connectors -d @- < my-connector.json",
            "  ./run connect POST /connectors/my-sink/restart",
            "",
            "Exit code: 0 for a status of 2xx, 1 if no worker answers, 2 for a command line",
            "that was not understood, 4 for a status of 4xx, 5 for a status of 5xx."
        })
public final class ConnectCommand implements Callable<Integer> {

    /** A worker validates a configuration before it answers, and may have to wait for a database to do so. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PUT, PATCH or DELETE.")
    private String method;

    @Parameters(index = "1", paramLabel = "PATH", description = "The path with its query, such as /connectors.")
    private String path;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "DATA",
            description = "The body: JSON, @FILE for the content of a file, or @- for the standard input.")
    private @Nullable String body;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "DATA",
            description = "The same as the third argument.")
    private @Nullable String data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "The worker. Default with ./run: the worker that it has started.")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The file whose first line is the worker's token. Default with ./run: the file of its worker.")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(method.matches("[A-Za-z]+"), "METHOD must be one such as GET or POST");
        require(path.matches("/(|[^/].*)"), "PATH must begin with one slash, such as /connectors");
        require(body == null || data == null, "Give the body once: as the third argument or with --data");
        HttpResponse<byte[]> answer =
                client().exchange(method.toUpperCase(Locale.ROOT), path, RequestBody.read(body == null ? data : body));
        print(answer.body());
        return exitCode(answer);
    }

    private ConnectClient client() {
        ConnectClient open = new ConnectClient(url, TIMEOUT);
        return tokenFile == null ? open : open.withToken(new TokenFile(tokenFile));
    }

    private void print(byte[] answer) {
        if (answer.length > 0) {
            spec.commandLine().getOut().println(IndentedJson.of(answer));
        }
    }

    private int exitCode(HttpResponse<byte[]> answer) {
        int kind = answer.statusCode() / 100;
        if (kind == 2) {
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println("The worker answers %s %s with status %d."
                        .formatted(answer.request().method(), path, answer.statusCode()));
        return kind == 4 || kind == 5 ? kind : FAILED;
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
