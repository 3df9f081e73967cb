package io.ordersync.system.course;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ports that the page names and those that the test uses instead, so that it can run beside another system.
 *
 * @param used the port in use for each port of the page
 */
record PagePorts(Map<Integer, Integer> used) {

    /** The commands with the ports in use. */
    String toUsed(String commands) {
        return replace(commands, used);
    }

    /** The output with the ports of the page. */
    String toPage(String output) {
        return replace(
                output, used.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
    }

    private static String replace(String text, Map<Integer, Integer> ports) {
        String anyPort = ports.keySet().stream().map(String::valueOf).collect(Collectors.joining("|", "\\b(", ")\\b"));
        return Pattern.compile(anyPort)
                .matcher(text)
                .replaceAll(
                        port -> Matcher.quoteReplacement(String.valueOf(ports.get(Integer.parseInt(port.group())))));
    }
}
