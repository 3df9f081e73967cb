package io.ordersync.operations.deadletters;

import io.ordersync.operations.deadletters.record.RecordAddress;
import io.ordersync.operations.deadletters.replay.Replay;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./run dead-letters replay}. */
@Command(
        name = "replay",
        description = "Send dead letters to the topic orders again, with the same key and value. They also stay where"
                + " they are; the list shows which ones were replayed.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private DeadLettersCommand deadLetters;

    @Parameters(paramLabel = "ADDRESS", description = "An address from the list, such as orders-dlt:0:12.")
    private List<String> addresses = List.of();

    @Option(
            names = "--all",
            description = "Replay all dead letters that were not replayed yet. A record that is in both topics is"
                    + " replayed once.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only show what would be replayed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        require(!deadLetters.hasListOptions(), "--json and --values are options of list");
        require(all == addresses.isEmpty(), "Give either addresses or --all");
        require(all || !deadLetters.hasTopic(), "--topic needs --all");
        List<String> topics = deadLetters.topics();
        List<RecordAddress> chosen = chosen();
        return deadLetters.withReader(reader -> {
            Replay replay = new Replay(
                    reader,
                    dryRun,
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
            return (all ? replay.replayPending(topics) : replay.replayChosen(chosen)) ? 0 : 1;
        });
    }

    List<RecordAddress> chosen() {
        return addresses.stream().map(this::address).distinct().toList();
    }

    private RecordAddress address(String word) {
        return RecordAddress.parse(word)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'%s' is not an address such as orders-dlt:0:12".formatted(word)));
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
