package io.ordersync.connect.debezium.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides a statement into tokens. Comments are left out, except for the statements that MariaDB executes in them. */
final class SqlTokenizer {

    private static final Pattern EXECUTED_COMMENT = Pattern.compile("/\\*M?!\\d*");

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlTokenizer(String sql) {
        this.sql = sql;
    }

    static List<SqlToken> tokens(String sql) {
        return new SqlTokenizer(sql).read();
    }

    private List<SqlToken> read() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isComment()) {
                skipComment();
            } else if (c == '\'' || c == '"') {
                tokens.add(new SqlToken(SqlToken.Kind.STRING, quoted(c, true)));
            } else if (c == '`') {
                tokens.add(new SqlToken(SqlToken.Kind.NAME, quoted(c, false)));
            } else if (isWordPart(c)) {
                tokens.add(new SqlToken(SqlToken.Kind.WORD, word()));
            } else {
                tokens.add(new SqlToken(SqlToken.Kind.SYMBOL, String.valueOf(c)));
                at++;
            }
        }
        return tokens;
    }

    private boolean isComment() {
        return sql.charAt(at) == '#'
                || sql.startsWith("/*", at)
                || sql.startsWith("-- ", at)
                || sql.startsWith("*/", at);
    }

    private void skipComment() {
        Matcher executed = EXECUTED_COMMENT.matcher(sql).region(at, sql.length());
        if (executed.lookingAt()) {
            at = executed.end();
            return;
        }
        if (sql.startsWith("*/", at)) { // the end of a comment that is executed
            at += 2;
            return;
        }
        boolean isBlock = sql.startsWith("/*", at);
        int end = isBlock ? sql.indexOf("*/", at + 2) : sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + (isBlock ? 2 : 1);
    }

    private String word() {
        int begin = at;
        while (at < sql.length() && (isWordPart(sql.charAt(at)) || isSignOfExponent(begin))) {
            at++;
        }
        return sql.substring(begin, at);
    }

    /** Also the point of a number; a name before a point is read as one word with the name behind it. */
    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c > 0x7f;
    }

    private boolean isSignOfExponent(int begin) {
        char c = sql.charAt(at);
        return (c == '-' || c == '+')
                && at > begin
                && Character.toLowerCase(sql.charAt(at - 1)) == 'e'
                && sql.substring(begin, at).matches("[0-9.]+[eE]");
    }

    private String quoted(char quote, boolean hasEscapes) {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == quote) {
                if (at >= sql.length() || sql.charAt(at) != quote) {
                    break;
                }
                at++;
            } else if (c == '\\' && hasEscapes && at < sql.length()) {
                text.append(unescaped(sql.charAt(at++)));
                continue;
            }
            text.append(c);
        }
        return text.toString();
    }

    private static String unescaped(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}
