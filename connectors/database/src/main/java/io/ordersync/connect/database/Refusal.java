package io.ordersync.connect.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a definite answer about a configuration from an outage, during which nothing is known about it. */
public final class Refusal {

    /** The login, its password, its host or a right is wrong. */
    private static final Set<Integer> OF_LOGIN = Set.of(
            1044, // no right to the database
            1045, // unknown login or wrong password
            1130, // not from this host
            1131, // an anonymous login may not do this
            1142, // no right to the table
            1143, // no right to the column
            1227, // a right of the server is missing
            1251, // the driver cannot log in this way
            1275, // an old form of password
            1370, // no right to the routine
            1524, // a plugin for logins is missing
            1698, // a login without a password is refused
            1820, // the password must be changed first
            1862, // the password has expired
            3118, // the login is locked, MySQL
            4151); // the login is locked

    /** The URL is wrong: the database, or a setting. */
    private static final Set<Integer> OF_URL = Set.of(
            1049, // unknown database
            1064, // a setting is no valid SQL
            1102, // a name that no database can have
            1115, // unknown character set
            1193, // unknown variable: not a MariaDB
            1231, // wrong value of a variable
            1232, // wrong type of a variable
            1238, // a variable that cannot be set
            1273, // unknown collation
            1298, // unknown time zone
            3159); // the server accepts only encrypted connections

    private Refusal() {}

    public static boolean isOfLogin(SQLException e) {
        return OF_LOGIN.contains(e.getErrorCode());
    }

    /**
     * Whether a server that works has refused the configuration, or the driver cannot use it. Any other error may pass, so it
     * is an outage: no connection, too many connections, read-only, disk full, or an error that nobody has listed.
     */
    public static boolean isDefinite(SQLException e) {
        return e.getErrorCode() > 0
                ? isOfLogin(e) || OF_URL.contains(e.getErrorCode())
                : isOfAFileOrCertificate(e) || !isOfTheNetwork(e);
    }

    /** Whether the server has answered, so that the connection works. */
    public static boolean isAnswer(SQLException e) {
        return e.getErrorCode() > 0 && !String.valueOf(e.getSQLState()).startsWith("08");
    }

    private static boolean isOfAFileOrCertificate(SQLException e) {
        return causes(e)
                .anyMatch(cause -> cause instanceof FileNotFoundException
                        || cause instanceof FileSystemException
                        || cause instanceof GeneralSecurityException
                        || String.valueOf(cause.getMessage()).startsWith("File not found"));
    }

    private static boolean isOfTheNetwork(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || causes(e).anyMatch(IOException.class::isInstance);
    }

    private static Stream<Throwable> causes(SQLException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause);
    }
}
