package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.TokenFile;
import io.ordersync.connect.keeper.stall.StallCheck;
import io.ordersync.connect.keeper.stall.StalledConnectors;
import io.ordersync.connect.keeper.topic.ConnectorTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the connectors that files define registered and running. */
public final class Keeper {

    private static final String USAGE = """
            usage: Keeper [--bootstrap-server=<host:port>] [--health-file=<file>] [--token-file=<file>] <connect-url>
                          <file-or-folder>...

            Registers connectors with a Kafka Connect worker, such as the one at http://127.0.0.1:8083. Each file, and
            each *.json of a folder, defines one connector: {"name": …, "config": {…}}. Restarts connectors and tasks
            that have FAILED. Registers new and changed files while it runs. Stop it with SIGTERM or Ctrl-C.

            --bootstrap-server  creates the topics that a source names in topic.creation.<group>.include, the topic of
                                its heartbeats and the dead-letter topic of a sink, before the connector is registered
                                and whenever they are missing; reports sinks that are RUNNING and do not move
            --health-file       says in this file, once a second, whether every connector runs and moves
            --token-file        sends the worker the token in the first line of this file
            """;

    private static final String BOOTSTRAP_SERVER = "--bootstrap-server=";
    private static final String HEALTH_FILE = "--health-file=";
    private static final String TOKEN_FILE = "--token-file=";
    private static final List<String> OPTIONS = List.of(BOOTSTRAP_SERVER, HEALTH_FILE, TOKEN_FILE);

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
        List<String> words =
                Stream.of(args).filter(word -> !word.startsWith("--")).toList();
        List<Path> paths = words.stream().skip(1).map(Path::of).toList();
        if (paths.isEmpty()
                || !paths.stream().allMatch(Files::exists)
                || !isHttp(words.get(0))
                || hasUnknownOption(args)) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Clock clock = Clock.systemUTC();
        Optional<String> brokers = option(BOOTSTRAP_SERVER, args);
        return new KeeperLoop(
                client(words.get(0), option(TOKEN_FILE, args)),
                brokers.map(address -> ConnectorTopics.at(address, clock)).orElseGet(ConnectorTopics::none),
                new StalledConnectors(
                        brokers.map(address -> StallCheck.at(address, clock)).orElseGet(StallCheck::none), clock),
                new ConnectorPaths(paths),
                option(HEALTH_FILE, args)
                        .map(file -> HealthFile.at(Path.of(file), clock))
                        .orElseGet(HealthFile::none),
                clock);
    }

    private static ConnectClient client(String url, Optional<String> tokenFile) {
        ConnectClient open = new ConnectClient(url);
        return tokenFile
                .map(file -> open.withToken(new TokenFile(Path.of(file))))
                .orElse(open);
    }

    private static boolean hasUnknownOption(String[] args) {
        return Stream.of(args)
                .anyMatch(word -> word.startsWith("--") && OPTIONS.stream().noneMatch(word::startsWith));
    }

    private static Optional<String> option(String name, String[] args) {
        return Stream.of(args)
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst();
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
