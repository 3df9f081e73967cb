package io.ordersync.connect.debezium.ddl;

import java.util.List;
import java.util.Set;

/** The part of a statement before its first column: {@code SET STATEMENT … FOR ALTER TABLE t WAIT 5}. */
final class StatementHeader {

    private static final Set<String> BEFORE_TABLE = Set.of("ALTER", "ONLINE", "IGNORE", "TABLE", "IF", "EXISTS");

    private final List<SqlToken> tokens;
    private int at;

    private StatementHeader(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /** Returns the index behind the header of an ALTER; other statements have none, except for SET STATEMENT. */
    static int end(List<SqlToken> tokens) {
        return new StatementHeader(tokens).skip();
    }

    private int skip() {
        skipVariables();
        if (isWord("ALTER")) {
            skipTableName();
            skipLimit();
        }
        return at;
    }

    private void skipVariables() {
        if (!isWord("SET")) {
            return;
        }
        while (at < tokens.size() && !isWord("FOR")) {
            at++;
        }
        at++;
    }

    private void skipTableName() {
        while (at < tokens.size()
                && tokens.get(at).kind() == SqlToken.Kind.WORD
                && BEFORE_TABLE.contains(tokens.get(at).upperCase())) {
            at++;
        }
        at++;
        while (at < tokens.size()
                && (endsWithPoint(at - 1) || tokens.get(at).text().startsWith("."))) {
            at++;
        }
    }

    /** The tokenizer leaves the point of a qualified name at a part that is not quoted. */
    private boolean endsWithPoint(int index) {
        SqlToken token = tokens.get(index);
        return token.kind() == SqlToken.Kind.WORD && token.text().endsWith(".");
    }

    private void skipLimit() {
        if (isWord("WAIT")) {
            at += 2;
        } else if (isWord("NOWAIT")) {
            at++;
        }
    }

    private boolean isWord(String word) {
        return at < tokens.size() && tokens.get(at).isWord(word);
    }
}
