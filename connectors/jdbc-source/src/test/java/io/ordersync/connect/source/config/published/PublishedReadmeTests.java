package io.ordersync.connect.source.config.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.options.PublishedOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares what the README says about the options of other sources with the code. */
class PublishedReadmeTests {

    @Test
    void readmeDescribesTheOptionsOfOtherSourcesAsTheCodeDoes() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("## Options of other sources"))
                .takeWhile(line -> !line.equals("## Types"))
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> defined = OptionsOfOtherSources.ALL.stream()
                .map(PublishedReadmeTests::row)
                .toList();
        assertThat(documented).containsExactlyElementsOf(defined);
    }

    private static String row(PublishedOption option) {
        return "| `%s` | %s | %s | %s |"
                .formatted(option.name(), option.values(), option.meaning(), option.explanation());
    }
}
