package io.ordersync.connect.keeper;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Keeps the connectors of a folder registered and running, for as long as it runs itself. */
public final class Keeper {

    private static final String USAGE = """
            usage: Keeper <connect-url> <folder>

            Registers every *.json of the folder ({"name": …, "config": {…}}) with the Kafka Connect worker
            at the URL, such as http://127.0.0.1:8083, and restarts connectors and tasks that have FAILED.
            Runs until it is told to stop (SIGTERM, Ctrl-C); changed and new files are picked up.
            """;

    private Keeper() {}

    /** Takes the worker's URL and the folder; exits with 2 if they make no sense. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(USAGE);
            return;
        }
        Watch watch = watch(args);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main), "keeper-stop"));
        watch.run();
    }

    private static Watch watch(String[] args) {
        if (args.length != 2 || !Files.isDirectory(Path.of(args[1])) || !isHttp(args[0])) {
            System.err.print(USAGE);
            System.exit(2);
        }
        return new Watch(new ConnectApi(URI.create(args[0])), new ConnectorFolder(Path.of(args[1])), Clock.systemUTC());
    }

    private static boolean isHttp(String url) {
        return url.matches("https?://[^\\s/]+/?");
    }

    private static void stop(Thread main) {
        main.interrupt();
        try {
            main.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
