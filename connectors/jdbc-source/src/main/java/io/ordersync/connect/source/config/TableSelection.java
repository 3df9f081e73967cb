package io.ordersync.connect.source.config;

import io.ordersync.connect.database.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which tables are read. An entry is the name of a table, alone or as {@code database.table}, or a regular expression for
 * one of the two.
 *
 * @param included empty for all tables
 * @param excluded the tables left out of them
 * @param includesViews whether views are read too
 */
public record TableSelection(Set<String> included, Set<String> excluded, boolean includesViews) {

    /** A name that is no regular expression; a dot separates database and table. */
    private static final Pattern PLAIN = Pattern.compile("[^\\\\^$.|?*+()\\[\\]{}]+(\\.[^\\\\^$.|?*+()\\[\\]{}]+)?");

    static TableSelection of(Collection<String> included, Collection<String> excluded, List<String> types) {
        return new TableSelection(
                new TreeSet<>(included), new TreeSet<>(excluded), types.stream().anyMatch("VIEW"::equalsIgnoreCase));
    }

    /** @throws IllegalArgumentException if an entry is no regular expression */
    static void check(List<String> entries) {
        for (String entry : entries) {
            try {
                Pattern.compile(entry);
            } catch (PatternSyntaxException e) {
                if (!isPlain(entry)) {
                    throw new IllegalArgumentException("must be names of tables or regular expressions: " + entry, e);
                }
            }
        }
    }

    static boolean isPlain(String entry) {
        return PLAIN.matcher(entry).matches();
    }

    /** Returns the tables that the configuration names; they are read as soon as they exist. */
    public List<TableName> named() {
        return included.stream()
                .filter(TableSelection::isPlain)
                .map(TableSelection::name)
                .toList();
    }

    /** Whether all tables are named, so that nothing has to be searched. */
    public boolean namesAll() {
        return !included.isEmpty() && excluded.isEmpty() && named().size() == included.size();
    }

    /** Returns the databases to search beside that of the connection. */
    public Set<String> databases() {
        Set<String> databases = new TreeSet<>();
        included.stream().filter(entry -> entry.contains(".")).forEach(entry -> {
            String database = entry.substring(0, entry.indexOf('.')).replace("\\", "");
            if (isPlain(database)) {
                databases.add(database);
            }
        });
        return databases;
    }

    /** Whether a table that exists is to be read. */
    public boolean includes(TableName table, boolean isInOwnDatabase) {
        boolean isIncluded = included.isEmpty()
                ? isInOwnDatabase
                : included.stream().anyMatch(entry -> matches(entry, table, isInOwnDatabase));
        return isIncluded && excluded.stream().noneMatch(entry -> matches(entry, table, isInOwnDatabase));
    }

    private static boolean matches(String entry, TableName table, boolean isInOwnDatabase) {
        String full = table.database() + "." + table.name();
        boolean isNamed = entry.equals(full) || (isInOwnDatabase && entry.equals(table.name()));
        return isNamed
                || (!isPlain(entry)
                        && (full.matches(entry)
                                || (isInOwnDatabase && table.name().matches(entry))));
    }

    private static TableName name(String entry) {
        int dot = entry.indexOf('.');
        return dot < 0 ? new TableName(null, entry) : new TableName(entry.substring(0, dot), entry.substring(dot + 1));
    }
}
