package io.ordersync.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.operations.OperationsCommand;
import io.ordersync.operations.deadletters.record.RecordAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DeadLettersCommandTests {

    @Test
    void showsHelp() {
        CommandResult help = CommandResult.of("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Usage: ./run dead-letters ", "--json", "--bootstrap-server", "replay");
        assertThat(CommandResult.of("list", "--help").out())
                .contains("Usage: ./run dead-letters list ", "--values", "--topic");
        assertThat(CommandResult.of("replay", "--help").out())
                .contains(
                        "Usage: ./run dead-letters replay ", "[ADDRESS...]", "--all", "--dry-run", "--command-config");
    }

    @Test
    void readsBothTopicsByDefault() {
        assertThat(parse("--bootstrap-server=kafka:9092").topics()).containsExactly("orders-dlt", "orders-sink-dlq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bootstrap-server=kafka:9092 replay --topic orders-sink-dlq --all --dry-run",
                "--topic=orders-sink-dlq replay --dry-run --all --bootstrap-server kafka:9092",
                "replay --all --bootstrap-server kafka:9092 --topic=orders-sink-dlq"
            })
    void acceptsSharedOptionsBeforeAndAfterTheCommand(String words) {
        assertThat(parse(words).topics()).containsExactly("orders-sink-dlq");
        assertThat(parse(words).servers()).isEqualTo("kafka:9092");
    }

    @Test
    void ignoresARepeatedAddress() {
        CommandLine line = OperationsCommand.commandLine();
        line.parseArgs(
                words(
                        "dead-letters --bootstrap-server=kafka:9092 replay orders-dlt:0:12 orders-sink-dlq:2:0 orders-dlt:0:12"));
        ReplayCommand replay = line.getSubcommands()
                .get("dead-letters")
                .getSubcommands()
                .get("replay")
                .getCommand();

        assertThat(replay.chosen())
                .containsExactly(new RecordAddress("orders-dlt", 0, 12), new RecordAddress("orders-sink-dlq", 2, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            relay                            | Unknown argument: 'relay'. See ./run dead-letters --help.
            --jason                          | Unknown option: '--jason'. See ./run dead-letters --help.
            list --dry-run                   | Unknown option: '--dry-run'. See ./run dead-letters list --help.
            list --json=yes                  | Invalid value for option '--json': 'yes' is not a boolean. See ./run dead-letters list --help.
            list --topic                     | Missing required parameter for option '--topic' (TOPIC). See ./run dead-letters list --help.
            list --topic orders              | --topic must be orders-dlt or orders-sink-dlq. See ./run dead-letters --help.
            list orders-dlt:0:1              | Unknown argument: 'orders-dlt:0:1'. See ./run dead-letters list --help.
            replay                           | Give either addresses or --all. See ./run dead-letters replay --help.
            replay --all orders-dlt:0:1      | Give either addresses or --all. See ./run dead-letters replay --help.
            --json replay --all              | --json and --values are options of list. See ./run dead-letters replay --help.
            replay --all --json              | Unknown option: '--json'. See ./run dead-letters replay --help.
            replay --all --topic orders      | --topic must be orders-dlt or orders-sink-dlq. See ./run dead-letters --help.
            replay orders-dlt:0:1 --topic orders-dlt | --topic needs --all. See ./run dead-letters replay --help.
            replay orders-dlt:0              | 'orders-dlt:0' is not an address such as orders-dlt:0:12. See ./run dead-letters replay --help.
            replay orders-dlt:0:-1           | 'orders-dlt:0:-1' is not an address such as orders-dlt:0:12. See ./run dead-letters replay --help.
            replay orders-dlt:0:99999999999999999999 | 'orders-dlt:0:99999999999999999999' is not an address such as orders-dlt:0:12. See ./run dead-letters replay --help.
            """)
    void rejectsAWrongCommandLineWithOneLine(String words, String message) {
        CommandResult result = CommandResult.of(words("--bootstrap-server=127.0.0.1:1 " + words));

        assertThat(result.err().lines()).containsExactly(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "replay --all"})
    void requiresABroker(String words) {
        CommandResult result = CommandResult.of(words(words));

        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("Missing required option: '--bootstrap-server=SERVERS'. See ./run dead-letters");
        assertThat(result.exit()).isEqualTo(2);
    }

    @Test
    void namesASettingsFileThatCannotBeRead(@TempDir Path folder) {
        Path missing = folder.resolve("client.properties");

        CommandResult result =
                CommandResult.of("--bootstrap-server", "127.0.0.1:9092", "--command-config", missing.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err().lines()).singleElement().asString().startsWith("Cannot read " + missing);
    }

    @Test
    void namesASettingThatKafkaRejects(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=TLS");

        CommandResult result =
                CommandResult.of("--bootstrap-server", "127.0.0.1:9092", "--command-config", file.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err().lines()).singleElement().asString().contains("127.0.0.1:9092", "security.protocol");
    }

    private static DeadLettersCommand parse(String words) {
        CommandLine line = OperationsCommand.commandLine();
        line.parseArgs(words("dead-letters " + words));
        return line.getSubcommands().get("dead-letters").getCommand();
    }

    private static String[] words(String words) {
        return Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
