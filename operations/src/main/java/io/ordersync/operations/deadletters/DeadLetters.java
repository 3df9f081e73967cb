package io.ordersync.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import org.apache.kafka.common.KafkaException;

/** The command line: lists the dead letters of the topic orders, or sends chosen ones back to it. */
public final class DeadLetters {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    DeadLetters(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the JVM: 0 when all went well, 1 when not, 2 when the command line was not understood. */
    public static void main(String... words) {
        System.exit(new DeadLetters(utf8(System.out), utf8(System.err)).run(words));
    }

    int run(String... words) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (InvalidArguments e) {
            err.println(e.getMessage() + ". What there is: dead-letters --help");
            return MISUSED;
        }
        return arguments.has(Option.HELP) ? help(arguments) : run(arguments);
    }

    private int run(Arguments arguments) {
        try (TopicReader reader = new TopicReader(Brokers.of(arguments))) {
            return switch (arguments.command()) {
                case LIST -> new ListCommand(arguments, reader, out).run();
                case REPLAY -> new ReplayCommand(arguments, reader, out, err).run();
            };
        } catch (CommandFailed e) {
            err.println(e.getMessage());
        } catch (KafkaException e) {
            err.println("Kafka at " + arguments.value(Option.BOOTSTRAP_SERVER) + ": " + rootOf(e));
        }
        return FAILED;
    }

    private int help(Arguments arguments) {
        out.print(arguments.command().help());
        return 0;
    }

    private static String rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** Whatever the locale says: a container has none, and its terminal speaks UTF-8 all the same. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, UTF_8);
    }
}
