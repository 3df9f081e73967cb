package io.ordersync.connect.database;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.export.SslMode;

/** Translates the settings that ask for TLS, those of MySQL's driver included. The connection is never weaker than asked. */
final class EncryptionSettings {

    private static final String MODE = "sslmode";
    private static final Set<String> NAMES = Set.of(
            MODE,
            "usessl",
            "requiressl",
            "verifyservercertificate",
            "trustservercertificate",
            "disablesslhostnameverification");
    private static final Set<String> TRUE = Set.of("", "1", "true", "yes");
    private static final Set<String> FALSE = Set.of("0", "false", "no");

    private EncryptionSettings() {}

    /** Whether the setting is about TLS; hyphens, underscores and upper case do not matter. */
    static boolean contain(String name) {
        return NAMES.contains(normalized(name));
    }

    /** @return the mode for MariaDB's driver; empty if the settings do not ask for one */
    static Optional<String> mode(Map<String, String> settings) {
        String mode = value(settings, MODE);
        if (mode != null && !mode.isBlank()) {
            return Optional.of(known(mode));
        }
        if (!isAny(TRUE, settings, "usessl") && !isAny(TRUE, settings, "requiressl")) {
            return Optional.empty();
        }
        if (isAny(FALSE, settings, "verifyservercertificate") || isAny(TRUE, settings, "trustservercertificate")) {
            return Optional.of("trust");
        }
        return Optional.of(isAny(TRUE, settings, "disablesslhostnameverification") ? "verify-ca" : "verify-full");
    }

    private static String known(String mode) {
        if (mode.toUpperCase(Locale.ROOT).startsWith("PREFER")) {
            throw new IllegalArgumentException("asks for sslMode=PREFERRED, which MariaDB's driver does not have:"
                    + " use sslMode=trust to require encryption, or sslMode=disable");
        }
        try {
            return SslMode.from(mode).getValue();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must use sslMode=disable, trust, verify-ca or verify-full", e);
        }
    }

    private static boolean isAny(Set<String> values, Map<String, String> settings, String name) {
        String value = value(settings, name);
        return value != null && values.contains(value.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String value(Map<String, String> settings, String name) {
        return settings.entrySet().stream()
                .filter(setting -> normalized(setting.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
