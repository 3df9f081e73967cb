package io.ordersync.connect.keeper;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the connectors of files and folders registered and running, for as long as it runs itself. */
public final class Keeper {

    private static final String USAGE = """
            usage: Keeper [--bootstrap-server=<host:port>] <connect-url> <file-or-folder>...

            Registers each file, and every *.json of each folder ({"name": …, "config": {…}}), with the Kafka
            Connect worker at the URL, such as http://127.0.0.1:8083, and restarts connectors and tasks that
            have FAILED. With brokers it makes the topics that a source names in topic.creation.<group>.include before
            it registers the source.
            Runs until it is told to stop (SIGTERM, Ctrl-C); changed and new files are picked up.
            """;

    private static final String BROKERS = "--bootstrap-server=";

    private Keeper() {}

    /** Takes the worker's URL, files and folders; exits with 2 if they make no sense. */
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
        boolean withBrokers = args.length > 0 && args[0].startsWith(BROKERS);
        Brokers brokers = withBrokers ? Brokers.at(args[0].substring(BROKERS.length())) : Brokers.none();
        List<String> words = Stream.of(args).skip(withBrokers ? 1 : 0).toList();
        List<Path> paths = words.stream().skip(1).map(Path::of).toList();
        if (paths.isEmpty() || !paths.stream().allMatch(Files::exists) || !isHttp(words.get(0))) {
            System.err.print(USAGE);
            System.exit(2);
        }
        ConnectApi connect = new ConnectApi(URI.create(words.get(0)));
        return new Watch(connect, brokers, new ConnectorPaths(paths), Clock.systemUTC());
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
