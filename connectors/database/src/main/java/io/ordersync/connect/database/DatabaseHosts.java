package io.ordersync.connect.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts of a URL.
 *
 * @param text the hosts for the driver, without anything that may be a secret
 * @param count how many there are
 * @param credentials the user and the password that a host names
 */
record DatabaseHosts(String text, int count, Map<String, String> credentials) {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[\\w.-]+)(:\\d{1,5})?");
    private static final Pattern PART = Pattern.compile("\\(?\\s*([A-Za-z]+)\\s*=\\s*([^()]*?)\\s*\\)");
    private static final String ADDRESS = "address=";

    /** Returns where the hosts end: at the first slash outside parentheses, or at the end of the text. */
    static int end(String address) {
        int depth = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '/' && depth == 0) {
                return i;
            }
        }
        return address.length();
    }

    /** @throws IllegalArgumentException if a host is malformed; the message does not quote it */
    static DatabaseHosts parse(String hosts) {
        Map<String, String> credentials = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> all = new ArrayList<>();
        for (String host : hosts.isBlank() ? List.of("localhost") : List.of(hosts.split(",(?![^(]*\\))"))) {
            all.add(parse(host.strip(), credentials));
        }
        return new DatabaseHosts(String.join(",", all), all.size(), credentials);
    }

    private static String parse(String host, Map<String, String> credentials) {
        if (HOST.matcher(host).matches()) {
            return host;
        }
        boolean isAddress = host.toLowerCase(Locale.ROOT).startsWith(ADDRESS);
        if (!isAddress && !host.startsWith("(")) {
            throw new IllegalArgumentException("must look like jdbc:mariadb://host:3306/database");
        }
        String parts = isAddress ? host.substring(ADDRESS.length()) : host.replace(",", ")(");
        StringBuilder kept = new StringBuilder(ADDRESS);
        Matcher part = PART.matcher(parts);
        int end = 0;
        while (part.find() && part.start() == end) {
            kept.append(keep(part.group(1), part.group(2), credentials));
            end = part.end();
        }
        if (end == 0 || end < parts.length()) {
            throw new IllegalArgumentException("must name a host as host:3306 or address=(host=host)(port=3306)");
        }
        return kept.toString();
    }

    private static String keep(String name, String value, Map<String, String> credentials) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "host", "port", "type", "sslmode", "pipe", "localsocket" -> {
                return "(" + name + "=" + value + ")";
            }
            case "user", "password" -> credentials.put(name, value);
            case "protocol" -> {
                return "";
            }
            default ->
                throw new IllegalArgumentException(
                        "contains a part of address= that MariaDB's driver does not know: " + name);
        }
        return "";
    }
}
