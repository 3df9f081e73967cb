package io.ordersync.connect.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.options.OptionAliases;

/**
 * The settings of the driver: those of the user, and those that the sink depends on.
 *
 * @param values may contain secrets, such as the password of a key store
 * @param unused the names of settings of the user that have no effect
 */
record DriverSettings(Map<String, String> values, List<String> unused) {

    /** One multi-row statement per batch; times unchanged; no row values in the messages of exceptions; no hidden session. */
    private static final Map<String, String> FORCED = Map.of(
            "rewriteBatchedStatements", "true",
            "useServerPrepStmts", "false",
            "useBulkStmts", "false",
            "useBulkStmtsForInserts", "false",
            "useAffectedRows", "true",
            "preserveInstants", "false",
            "dumpQueriesOnException", "false",
            "transactionReplay", "false",
            "pool", "false");

    /** Time-outs for a server that does not answer, in milliseconds. */
    private static final Map<String, String> DEFAULTS = Map.of("connectTimeout", "5000", "socketTimeout", "30000");

    /** Settings of the session that the sink chooses itself, and that may name what only MySQL knows. */
    private static final Set<String> CHOSEN = Set.of(
            "timezone",
            "connectiontimezone",
            "forceconnectiontimezonetosession",
            "connectioncollation",
            "autocommit",
            "database",
            "user",
            "password");

    private static final Set<String> KNOWN = Stream.concat(
                    OptionAliases.OPTIONS_ALIASES.keySet().stream(),
                    Stream.of(Configuration.Builder.class.getDeclaredFields()).map(field -> field.getName()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> !CHOSEN.contains(name) && !name.startsWith("_"))
            .collect(Collectors.toUnmodifiableSet());

    /** How often the driver tries the hosts of a URL with several hosts; the sink tries again itself. */
    private static final String ROUNDS = "retriesAllDown";

    /**
     * @param hosts how many hosts the URL names
     * @throws IllegalArgumentException if the driver cannot encrypt as the settings ask for
     */
    static DriverSettings of(Map<String, String> given, int hosts) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> unused = new ArrayList<>();
        given.forEach((name, value) -> {
            if (isUsed(name)) {
                values.put(name, value);
            } else if (!EncryptionSettings.contain(name)) {
                unused.add(name);
            }
        });
        EncryptionSettings.mode(given).ifPresent(mode -> values.put("sslMode", mode));
        DEFAULTS.forEach(values::putIfAbsent);
        values.putIfAbsent(ROUNDS, String.valueOf(hosts));
        FORCED.forEach((name, value) -> {
            String replaced = values.put(name, value);
            if (replaced != null && !replaced.equalsIgnoreCase(value)) {
                unused.add(name);
            }
        });
        return new DriverSettings(values, List.copyOf(unused));
    }

    /** Whether the setting, in any spelling of upper and lower case, reaches the driver. */
    static boolean isUsed(String name) {
        return KNOWN.contains(name.toLowerCase(Locale.ROOT)) && !EncryptionSettings.contain(name);
    }
}
