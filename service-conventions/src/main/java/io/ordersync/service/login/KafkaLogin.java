package io.ordersync.service.login;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A login of the brokers by SASL. */
record KafkaLogin(
        @Nullable String protocol,
        @Nullable String mechanism,
        @Nullable String user,
        @Nullable String password) {

    static final String PROTOCOL = "KAFKA_SASL_PROTOCOL";
    static final String MECHANISM = "KAFKA_SASL_MECHANISM";
    static final String USER = "KAFKA_USER";
    static final String PASSWORD = "KAFKA_PASSWORD";

    private static final List<String> PROTOCOLS = List.of("SASL_PLAINTEXT", "SASL_SSL");
    private static final Map<String, String> MODULES = Map.of(
            "PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule",
            "SCRAM-SHA-256", "org.apache.kafka.common.security.scram.ScramLoginModule",
            "SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule");

    Map<String, Object> properties() {
        if (Stream.of(protocol, mechanism, user, password).allMatch(KafkaLogin::isAbsent)) {
            return Map.of();
        }
        requireOneOf(PROTOCOL, protocol, PROTOCOLS);
        requireOneOf(MECHANISM, mechanism, MODULES.keySet().stream().sorted().toList());
        return Map.of(
                "spring.kafka.security.protocol",
                protocol,
                "spring.kafka.properties.sasl.mechanism",
                mechanism,
                "spring.kafka.properties.sasl.jaas.config",
                "%s required username=%s password=%s;"
                        .formatted(MODULES.get(mechanism), quoted(USER, user), quoted(PASSWORD, password)));
    }

    private static boolean isAbsent(@Nullable String value) {
        return value == null;
    }

    private static void requireOneOf(String variable, @Nullable String value, List<String> known) {
        if (value == null || !known.contains(value)) {
            throw new InvalidKafkaVariable(
                    value == null
                            ? variable + " is not set, but other variables of the login are."
                            : "%s cannot be %s.".formatted(variable, value),
                    "Set %s to %s.".formatted(variable, String.join(" or ", known)));
        }
    }

    /** A text of the JAAS configuration may contain anything. */
    private static String quoted(String variable, @Nullable String text) {
        if (text == null) {
            throw new InvalidKafkaVariable(
                    variable + " is not set, but other variables of the login are.",
                    "Set %s, %s, %s and %s together.".formatted(PROTOCOL, MECHANISM, USER, PASSWORD));
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
