package io.ordersync.operations.deadletters;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A command line that has been understood. */
record Arguments(Command command, Map<Option, String> options, List<RecordAddress> addresses) {

    /** @throws InvalidArguments if it makes no sense */
    static Arguments parse(String... line) {
        Map<Option, String> options = new EnumMap<>(Option.class);
        List<String> words = new ArrayList<>();
        Iterator<String> rest = List.of(line).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.startsWith("-")) {
                option(word, rest, options);
            } else {
                words.add(word);
            }
        }
        Command command = words.isEmpty() ? Command.LIST : Command.named(words.remove(0));
        Arguments arguments = new Arguments(
                command,
                options,
                words.stream().map(Arguments::address).distinct().toList());
        if (!arguments.has(Option.HELP)) {
            arguments.check();
        }
        return arguments;
    }

    boolean has(Option option) {
        return options.containsKey(option);
    }

    /** The value of an option that was given. */
    String value(Option option) {
        return options.get(option);
    }

    /** The dead-letter topics that are meant. */
    List<String> topics() {
        return has(Option.TOPIC) ? List.of(value(Option.TOPIC)) : TopicNames.DEAD_LETTERS;
    }

    private static void option(String word, Iterator<String> rest, Map<Option, String> options) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = Option.of(name).orElseThrow(() -> new InvalidArguments("There is no option " + name));
        if (option.takesValue() && equals < 0) {
            require(rest.hasNext(), option + " needs a value");
            options.put(option, rest.next());
        } else {
            require(option.takesValue() || equals < 0, option + " takes no value");
            options.put(option, word.substring(equals + 1));
        }
    }

    private static RecordAddress address(String word) {
        return RecordAddress.of(word)
                .orElseThrow(() -> new InvalidArguments(word + " is no address such as orders-dlt:0:12"));
    }

    private void check() {
        options.keySet().forEach(option -> require(command.takes(option), option + " is not an option of " + command));
        require(has(Option.BOOTSTRAP_SERVER), "Where is Kafka? --bootstrap-server is missing");
        require(
                TopicNames.DEAD_LETTERS.containsAll(topics()),
                "--topic is one of " + String.join(", ", TopicNames.DEAD_LETTERS));
        if (command == Command.LIST) {
            require(addresses.isEmpty(), "list takes no addresses");
        } else {
            require(has(Option.ALL) == addresses.isEmpty(), "replay takes either addresses or --all");
            require(has(Option.ALL) || !has(Option.TOPIC), "--topic goes with --all");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new InvalidArguments(message);
        }
    }
}
