package io.ordersync.connect.database.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.options.PublishedOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** The tables of options in the README of a connector. */
public record OptionTables(Path readme) {

    /** Compares the table between two headings with the options of the connector, except for the examples. */
    public void assertDescribe(ConfigDef options, String from, String to) {
        assertThat(rows(from, to).map(row -> row.substring(0, row.lastIndexOf('|', row.length() - 2) + 1)))
                .containsExactlyInAnyOrderElementsOf(options.configKeys().values().stream()
                        .map(OptionTables::row)
                        .toList());
    }

    /** Compares the tables between two headings with what the connector makes of the options of other connectors. */
    public void assertDescribe(Collection<PublishedOption> options, String from, String to) {
        assertThat(rows(from, to))
                .containsExactlyElementsOf(
                        options.stream().map(OptionTables::row).toList());
    }

    private Stream<String> rows(String from, String to) {
        try {
            return Files.readAllLines(readme).stream()
                    .dropWhile(line -> !line.equals(from))
                    .takeWhile(line -> !line.equals(to))
                    .filter(line -> line.startsWith("| `"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(PublishedOption option) {
        return "| `%s` | %s | %s | %s |"
                .formatted(option.name(), option.values(), option.meaning(), option.explanation());
    }

    private static String row(ConfigKey option) {
        String valid = option.validator == null
                ? ""
                : option.validator.toString().replaceAll("\\[(-?\\d+),\\.\\.\\.]", "at least $1");
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        option.name,
                        option.type.name().toLowerCase(Locale.ROOT),
                        defaultValue(option.defaultValue),
                        valid,
                        option.documentation);
    }

    private static String defaultValue(Object value) {
        if (value == ConfigDef.NO_DEFAULT_VALUE) {
            return "required";
        }
        if (value == null || value.equals(List.of())) {
            return "";
        }
        return value instanceof List<?> list
                ? "`" + list.stream().map(String::valueOf).collect(Collectors.joining(",")) + "`"
                : "`" + value + "`";
    }
}
