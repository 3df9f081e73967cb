package io.ordersync.connect.json;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The section about orders in the README, with the option that makes a sink read plain orders. */
public final class PlainJsonGuide {

    private PlainJsonGuide() {}

    /** The lines to add to the configuration of the sink. */
    public static Map<String, String> sinkOptions() throws IOException {
        String lines = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("#### Orders as plain JSON"))
                .dropWhile(line -> !line.equals("```json"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .collect(joining());
        String object = "{" + lines.replaceAll(",\\s*$", "") + "}";
        return new ObjectMapper().readValue(object, new TypeReference<>() {});
    }
}
