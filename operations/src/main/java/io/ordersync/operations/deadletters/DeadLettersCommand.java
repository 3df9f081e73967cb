package io.ordersync.operations.deadletters;

import io.ordersync.cli.CommandFailed;
import io.ordersync.operations.deadletters.list.JsonListing;
import io.ordersync.operations.deadletters.list.Listing;
import io.ordersync.operations.deadletters.list.TableListing;
import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.topic.KafkaClients;
import io.ordersync.operations.deadletters.topic.TopicReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./run dead-letters}: holds the options of all its commands, and lists dead letters if no command is named. */
@Command(
        name = "dead-letters",
        header = "List dead letters, or send them to the topic orders again.",
        description = {
            "",
            "A dead letter is a record of the topic orders that could not be processed: catalog-service could not read it"
                    + " (topic orders-dlt), or the sink could not write it (topic orders-sink-dlq)."
                    + " Without a command, dead-letters lists the dead letters of both topics.",
            ""
        },
        subcommands = {ListCommand.class, ReplayCommand.class})
public final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ListOptions listOptions;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "SERVERS",
            required = true,
            scope = ScopeType.INHERIT,
            description = "Brokers, separated by commas. Default with ./run: the broker that it has started.")
    private String servers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Properties file with more settings for Kafka's clients, for example for TLS.")
    private @Nullable Path commandConfig;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            scope = ScopeType.INHERIT,
            description = "Only this topic: orders-dlt or orders-sink-dlq.")
    private @Nullable String topic;

    @Override
    public Integer call() {
        return list(listOptions);
    }

    int list(ListOptions options) {
        List<String> topics = topics();
        PrintWriter out = spec.commandLine().getOut();
        boolean json = options.json() || listOptions.json();
        boolean values = options.values() || listOptions.values();
        return withReader(reader -> {
            Listing listing = json ? new JsonListing(out, values) : new TableListing(out, values);
            listing.show(reader, topics);
            return 0;
        });
    }

    String servers() {
        return servers;
    }

    boolean hasListOptions() {
        return listOptions.json() || listOptions.values();
    }

    boolean hasTopic() {
        return topic != null;
    }

    List<String> topics() {
        if (topic != null && !DeadLetter.TOPICS.contains(topic)) {
            throw new ParameterException(
                    spec.commandLine(), "--topic must be " + String.join(" or ", DeadLetter.TOPICS));
        }
        return topic == null ? DeadLetter.TOPICS : List.of(topic);
    }

    /** @throws CommandFailed if Kafka cannot be used */
    int withReader(ToIntFunction<TopicReader> task) {
        try (TopicReader reader = new TopicReader(KafkaClients.of(servers, commandConfig))) {
            return task.applyAsInt(reader);
        } catch (KafkaException e) {
            throw new CommandFailed("Cannot use Kafka at %s: %s".formatted(servers, rootMessage(e)), e);
        }
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
