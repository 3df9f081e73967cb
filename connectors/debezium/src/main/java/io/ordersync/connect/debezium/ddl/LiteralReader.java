package io.ordersync.connect.debezium.ddl;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the constant at a place of a statement. */
final class LiteralReader {

    private static final String NUMBER = "[0-9]+\\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\\.[0-9]+(?:[eE][+-]?[0-9]+)?";

    private final List<SqlToken> tokens;
    private int at;

    LiteralReader(List<SqlToken> tokens, int begin) {
        this.tokens = tokens;
        this.at = begin;
    }

    /** Returns the constant, or null if there is none, or more than a constant, such as a function. */
    @Nullable
    SqlLiteral read() {
        int parentheses = 0;
        while (isSymbol('(')) {
            parentheses++;
            at++;
        }
        SqlLiteral literal = constant();
        for (int i = 0; i < parentheses; i++) {
            if (!isSymbol(')')) {
                return null;
            }
            at++;
        }
        return literal;
    }

    private @Nullable SqlLiteral constant() {
        boolean isNegative = isSymbol('-');
        if (isNegative || isSymbol('+')) {
            at++;
        }
        SqlLiteral literal = unsigned();
        if (!isNegative || literal == null) {
            return literal;
        }
        return new SqlLiteral.Number(literal.number().startsWith("-") ? literal.number() : "-" + literal.number());
    }

    private @Nullable SqlLiteral unsigned() {
        if (at >= tokens.size()) {
            return null;
        }
        SqlToken token = tokens.get(at++);
        boolean isBeforeString = at < tokens.size() && tokens.get(at).isString();
        if (token.isString()) {
            return new SqlLiteral.Text(token.text() + adjacentStrings());
        }
        if (token.kind() != SqlToken.Kind.WORD) {
            return null;
        }
        if (token.text().startsWith("_")) {
            return introduced(token.text().substring(1));
        }
        return isBeforeString ? typed(token) : word(token.text());
    }

    /** A text or bytes behind the name of their character set. */
    private @Nullable SqlLiteral introduced(String charset) {
        SqlLiteral literal = unsigned();
        if (literal == null || literal instanceof SqlLiteral.Number) {
            return null;
        }
        if (charset.equalsIgnoreCase("binary")) {
            return new SqlLiteral.Bytes(literal.bytes());
        }
        String text = MariaDbCharset.decode(charset, literal.bytes());
        return text == null ? null : new SqlLiteral.Text(text, literal.bytes());
    }

    /** A string behind a word: bytes, or a text with the name of its type. */
    private @Nullable SqlLiteral typed(SqlToken word) {
        String content = tokens.get(at++).text();
        return switch (word.upperCase()) {
            case "X" -> hexadecimal(content);
            case "B" -> binary(content);
            case "N", "DATE", "TIME", "TIMESTAMP" -> new SqlLiteral.Text(content + adjacentStrings());
            default -> null;
        };
    }

    private static @Nullable SqlLiteral word(String word) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        if (lowerCase.equals("true") || lowerCase.equals("false")) {
            return new SqlLiteral.Number(lowerCase.equals("true") ? "1" : "0");
        }
        if (word.matches("0x[0-9A-Fa-f]+")) {
            return hexadecimal(word.substring(2));
        }
        if (word.matches("0b[01]+")) {
            return binary(word.substring(2));
        }
        return word.matches(NUMBER) ? new SqlLiteral.Number(word) : null;
    }

    private String adjacentStrings() {
        StringBuilder text = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isString()) {
            text.append(tokens.get(at++).text());
        }
        return text.toString();
    }

    private static SqlLiteral hexadecimal(String digits) {
        return new SqlLiteral.Bytes(HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits));
    }

    private static SqlLiteral binary(String digits) {
        byte[] bytes = new byte[(digits.length() + 7) / 8];
        byte[] number = digits.isEmpty() ? bytes : new BigInteger(digits, 2).toByteArray();
        for (int i = 1; i <= Math.min(bytes.length, number.length); i++) {
            bytes[bytes.length - i] = number[number.length - i];
        }
        return new SqlLiteral.Bytes(bytes);
    }

    private boolean isSymbol(char symbol) {
        return at < tokens.size() && tokens.get(at).isSymbol(symbol);
    }
}
