package io.ordersync.connect.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/** Compares the table of options in the README with the code, except for the examples. */
class ReadmeTests {

    @Test
    void readmeDescribesEveryOptionAsTheCodeDoes() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("## Options"))
                .takeWhile(line -> !line.equals("## Options of other sources"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();
        List<String> defined = SourceOptions.DEFINITIONS.configKeys().values().stream()
                .map(ReadmeTests::row)
                .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(defined);
    }

    private static String row(ConfigKey option) {
        String valid = option.validator == null
                ? ""
                : option.validator.toString().replaceAll("\\[(-?\\d+),\\.\\.\\.]", "at least $1");
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        option.name,
                        option.type.name().toLowerCase(Locale.ROOT),
                        defaultValue(option),
                        valid,
                        option.documentation);
    }

    private static String defaultValue(ConfigKey option) {
        if (option.defaultValue == ConfigDef.NO_DEFAULT_VALUE) {
            return "required";
        }
        if (option.defaultValue instanceof List<?> list) {
            return list.isEmpty()
                    ? ""
                    : "`" + String.join(",", list.stream().map(String::valueOf).toList()) + "`";
        }
        return option.defaultValue == null ? "" : "`" + option.defaultValue + "`";
    }
}
