package io.ordersync.operations.deadletters;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done with dead letters. */
enum Command {
    LIST("""
            usage: dead-letters [list] [options]
                   dead-letters replay --help

            Shows the dead letters of the topic orders: what catalog-service could not read (orders-dlt) and what the
            sink could not write (orders-sink-dlq), as far as they are there now.

              --topic TOPIC              only one of the two
              --json                     one JSON object per line, with the whole cause and all headers
              --values                   the values, too: cut in the table, whole with --json
            """, Option.JSON, Option.VALUES),
    REPLAY("""
            usage: dead-letters replay ADDRESS... [options]
                   dead-letters replay --all [options]

            Sends dead letters back to the topic orders, with key and value as they were. An address is what the list
            shows, such as orders-dlt:0:12. Dead letters stay where they are; the list says which have been replayed.

              --all                      all that have not been replayed yet, a record that lies in both topics once
              --topic TOPIC              with --all, only those of one topic
              --dry-run                  say what would be sent
            """, Option.ALL, Option.DRY_RUN);

    private static final String ALWAYS = """
              --bootstrap-server SERVERS where Kafka is
              --command-config FILE      further settings for Kafka's clients, such as for TLS
              --help                     show this

            Exit code: 0 when all went well, 1 when not, 2 when the command line was not understood.
            """;

    private final String help;
    private final Set<Option> options =
            EnumSet.of(Option.BOOTSTRAP_SERVER, Option.COMMAND_CONFIG, Option.TOPIC, Option.HELP);

    Command(String help, Option... own) {
        this.help = help;
        options.addAll(Arrays.asList(own));
    }

    static Command named(String name) {
        return Arrays.stream(values())
                .filter(command -> command.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidArguments("There is no command " + name));
    }

    boolean takes(Option option) {
        return options.contains(option);
    }

    String help() {
        return help + ALWAYS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
