package io.ordersync.connect.sink.config.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.options.PublishedOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares what the README says about the options of other sinks with the code. */
class PublishedReadmeTests {

    @Test
    void readmeDescribesTheOptionsOfOtherSinksAsTheCodeDoes() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("## Options of other sinks"))
                .takeWhile(line -> !line.equals("## What becomes of a record"))
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> defined = Stream.of(ConfluentOptions.ALL, DebeziumOptions.ALL)
                .flatMap(List::stream)
                .map(PublishedReadmeTests::row)
                .toList();
        assertThat(documented).containsExactlyElementsOf(defined);
    }

    @Test
    void readmeNamesTheLeftoversThatTheCodeAccepts() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(LeftoverOptions.ALL)
                .extracting(PublishedOption::name)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    private static String row(PublishedOption option) {
        return "| `%s` | %s | %s | %s |"
                .formatted(option.name(), option.values(), option.meaning(), option.explanation());
    }
}
