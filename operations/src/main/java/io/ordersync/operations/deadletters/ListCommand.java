package io.ordersync.operations.deadletters;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code ./run dead-letters list}. */
@Command(name = "list", description = "List the dead letters that both topics hold now.")
final class ListCommand implements Callable<Integer> {

    @ParentCommand
    private DeadLettersCommand deadLetters;

    @Mixin
    private ListOptions options;

    @Override
    public Integer call() {
        return deadLetters.list(options);
    }
}
