package io.ordersync.connect.database.options;

import io.ordersync.connect.database.DatabaseUrl;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A setting of the driver that stands beside the URL instead of in it, with or without {@code connection.} before it. */
public final class DriverOption {

    private static final String PREFIX = "connection.";

    /** Settings of MySQL's driver that MariaDB's does not have. */
    private static final Set<String> OF_MYSQL = Set.of(
            "autocommit",
            "autoreconnect",
            "autoreconnectforpools",
            "cachecallablestmts",
            "cacheresultsetmetadata",
            "cacheserverconfiguration",
            "characterencoding",
            "charactersetresults",
            "connectioncollation",
            "connectiontimezone",
            "elidesetautocommits",
            "failoverreadonly",
            "forceconnectiontimezonetosession",
            "initialtimeout",
            "maintaintimestats",
            "maxreconnects",
            "noaccesstoprocedurebodies",
            "nullnamepatternmatchesall",
            "prepstmtcachesqllimit",
            "sendfractionalseconds",
            "servertimezone",
            "usecursorfetch",
            "timezone",
            "useinformationschema",
            "usejdbccomplianttimezoneshift",
            "uselegacydatetimecode",
            "useoldaliasmetadatabehavior",
            "usetimezone",
            "useunicode",
            "zerodatetimebehavior");

    private DriverOption() {}

    public static boolean isDriverOption(String option) {
        String name = settingOf(option);
        boolean isWritten = option.startsWith(PREFIX) || !name.equals(name.toLowerCase(Locale.ROOT));
        return OF_MYSQL.contains(name.toLowerCase(Locale.ROOT)) || (isWritten && DatabaseUrl.hasSetting(name));
    }

    /** Settings for TLS count wherever they stand: the connection must not be weaker than the reader expects. */
    public static Effect effect(String option, String value) {
        String name = settingOf(option);
        if (DatabaseUrl.hasSetting(name) && (option.startsWith(PREFIX) || DatabaseUrl.isAboutEncryption(name))) {
            return Effect.options(Map.of(PREFIX + name, value));
        }
        return Effect.none("It is a setting of a driver: put it into connection.url if MariaDB's driver has it.");
    }

    private static String settingOf(String option) {
        return option.startsWith(PREFIX) ? option.substring(PREFIX.length()) : option;
    }
}
