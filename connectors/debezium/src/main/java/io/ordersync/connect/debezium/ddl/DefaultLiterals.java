package io.ordersync.connect.debezium.ddl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The constant defaults of the columns that a statement creates or changes. */
final class DefaultLiterals {

    private static final Set<String> BEFORE_COLUMN =
            Set.of("ADD", "MODIFY", "CHANGE", "ALTER", "COLUMN", "IF", "NOT", "EXISTS");

    private final List<SqlToken> tokens;
    private final Map<String, SqlLiteral> byColumn = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private DefaultLiterals(String sql) {
        this.tokens = SqlTokenizer.tokens(sql);
    }

    /** Returns the defaults by the names of their columns; upper and lower case do not matter. */
    static Map<String, SqlLiteral> of(String sql) {
        return sql.toUpperCase(Locale.ROOT).contains("DEFAULT") ? new DefaultLiterals(sql).find() : Map.of();
    }

    private Map<String, SqlLiteral> find() {
        Deque<Integer> begins = new ArrayDeque<>(List.of(StatementHeader.end(tokens)));
        for (int i = begins.peek(); i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.isSymbol('(')) {
                begins.push(i + 1);
            } else if (token.isSymbol(')') && begins.size() > 1) {
                begins.pop();
            } else if (token.isSymbol(',')) {
                begins.pop();
                begins.push(i + 1);
            } else if (token.isWord("DEFAULT")) {
                SqlLiteral literal = new LiteralReader(tokens, i + 1).read();
                if (literal != null) {
                    byColumn.put(column(begins.peek()), literal);
                }
            }
        }
        return byColumn;
    }

    private String column(int begin) {
        int at = skip(begin, BEFORE_COLUMN);
        boolean isRenamed = at > begin && tokens.subList(begin, at).stream().anyMatch(token -> token.isWord("CHANGE"));
        return tokens.get(isRenamed ? at + 1 : at).text();
    }

    private int skip(int begin, Set<String> words) {
        int at = begin;
        while (tokens.get(at).kind() == SqlToken.Kind.WORD
                && words.contains(tokens.get(at).upperCase())) {
            at++;
        }
        return at;
    }
}
