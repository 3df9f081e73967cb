package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the connectors that files define registered and running. */
public final class Keeper {

    private static final String USAGE = """
            usage: Keeper [--bootstrap-server=<host:port>] <connect-url> <file-or-folder>...

            Registers connectors with a Kafka Connect worker, such as the one at http://127.0.0.1:8083. Each file, and
            each *.json of a folder, defines one connector: {"name": …, "config": {…}}. Restarts connectors and tasks
            that have FAILED. Registers new and changed files while it runs. Stop it with SIGTERM or Ctrl-C.

            --bootstrap-server  before a source is registered, creates the topics that the source names in
                                topic.creation.<group>.include
            """;

    private static final String BOOTSTRAP_SERVER = "--bootstrap-server=";

    private Keeper() {}

    /** Exits with 2 if the arguments are wrong. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(USAGE);
            return;
        }
        KeeperLoop loop = parse(args);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main), "keeper-stop"));
        loop.run();
    }

    private static KeeperLoop parse(String[] args) {
        boolean createsTopics = args.length > 0 && args[0].startsWith(BOOTSTRAP_SERVER);
        SourceTopicCreator topics = createsTopics
                ? SourceTopicCreator.at(args[0].substring(BOOTSTRAP_SERVER.length()))
                : SourceTopicCreator.none();
        List<String> words = Stream.of(args).skip(createsTopics ? 1 : 0).toList();
        List<Path> paths = words.stream().skip(1).map(Path::of).toList();
        if (paths.isEmpty() || !paths.stream().allMatch(Files::exists) || !isHttp(words.get(0))) {
            System.err.print(USAGE);
            System.exit(2);
        }
        ConnectClient connect = new ConnectClient(words.get(0));
        return new KeeperLoop(connect, topics, new ConnectorPaths(paths), Clock.systemUTC());
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
