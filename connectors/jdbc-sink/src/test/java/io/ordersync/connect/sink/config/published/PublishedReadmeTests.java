package io.ordersync.connect.sink.config.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.options.PublishedOption;
import io.ordersync.connect.database.testing.OptionTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedReadmeTests {

    private static final Path README = Path.of("../README.md");

    @Test
    void readmeDescribesTheOptionsOfOtherSinksAsTheCodeDoes() {
        List<PublishedOption> options = Stream.of(ConfluentOptions.ALL, DebeziumOptions.ALL)
                .flatMap(List::stream)
                .toList();
        new OptionTables(README).assertDescribe(options, "## Options of other sinks", "## What becomes of a record");
    }

    @Test
    void readmeNamesTheLeftoversThatTheCodeAccepts() throws IOException {
        String readme = Files.readString(README);
        assertThat(LeftoverOptions.ALL)
                .extracting(PublishedOption::name)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }
}
