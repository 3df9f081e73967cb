package io.ordersync.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTests {

    @Test
    void listsUnlessToldOtherwise() {
        Arguments arguments = parse("");

        assertThat(arguments.command()).isEqualTo(Command.LIST);
        assertThat(arguments.topics()).containsExactly("orders-dlt", "orders-sink-dlq");
    }

    @Test
    void takesOptionsAnywhereAndInBothForms() {
        Arguments arguments = Arguments.parse(
                "--bootstrap-server=kafka:9092", "replay", "--topic", "orders-sink-dlq", "--all", "--dry-run");

        assertThat(arguments.value(Option.BOOTSTRAP_SERVER)).isEqualTo("kafka:9092");
        assertThat(arguments.topics()).containsExactly("orders-sink-dlq");
        assertThat(arguments.has(Option.DRY_RUN)).isTrue();
    }

    @Test
    void takesAnAddressOnce() {
        assertThat(parse("replay orders-dlt:0:12 orders-sink-dlq:2:0 orders-dlt:0:12")
                        .addresses())
                .containsExactly(new RecordAddress("orders-dlt", 0, 12), new RecordAddress("orders-sink-dlq", 2, 0));
    }

    @Test
    void helpsWhateverElseIsSaid() {
        assertThat(Arguments.parse("replay", "--help").command()).isEqualTo(Command.REPLAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            relay                            | There is no command relay
            --jason                          | There is no option --jason
            list --dry-run                   | --dry-run is not an option of list
            list --json=yes                  | --json takes no value
            list --topic                     | --topic needs a value
            list --topic orders              | --topic is one of orders-dlt, orders-sink-dlq
            list orders-dlt:0:1              | list takes no addresses
            replay                           | replay takes either addresses or --all
            replay --all orders-dlt:0:1      | replay takes either addresses or --all
            replay orders-dlt:0:1 --topic orders-dlt | --topic goes with --all
            replay orders-dlt:0              | orders-dlt:0 is no address such as orders-dlt:0:12
            replay orders-dlt:0:-1           | orders-dlt:0:-1 is no address such as orders-dlt:0:12
            replay orders-dlt:0:99999999999999999999 | orders-dlt:0:99999999999999999999 is no address such as orders-dlt:0:12
            """)
    void refusesWhatMakesNoSense(String words, String answer) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(InvalidArguments.class)
                .hasMessage(answer);
    }

    @Test
    void wantsToKnowWhereKafkaIs() {
        assertThatThrownBy(() -> Arguments.parse("list")).hasMessageContaining("--bootstrap-server");
    }

    private static Arguments parse(String words) {
        Stream<String> server = Stream.of("--bootstrap-server", "kafka:9092");
        return Arguments.parse(Stream.concat(server, Stream.of(words.split(" ")))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));
    }
}
