package io.ordersync.connect.debezium.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.relational.Column;
import io.debezium.relational.ColumnEditor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultExpressionTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CHAR, \"a\t \", \"a\t\"",
                "CHAR, \"a\n  \", \"a\n\"",
                "CHAR, \" a \u3000\", \" a \u3000\"",
                "NATIONAL CHARACTER, \"a \", a",
                "NCHAR, \"a \", a",
                "VARCHAR, \"a \", \"a \"",
                "CHARACTER VARYING, \"a \", \"a \"",
                "NATIONAL VARCHAR, \"a \", \"a \""
            })
    void stripsOnlyTheBlanksOfCharacters(String type, String text, String expression) {
        assertThat(of(column(type), text)).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource({"A, a", "b, b", "'It''S ', it's", "d, d"})
    void findsTheMemberOfAnEnum(String text, String member) {
        assertThat(of(column("ENUM").enumValues(List.of("'a'", "'b'", "'it''s'", "'D'", "'d'")), text))
                .isEqualTo(member);
    }

    @ParameterizedTest
    @CsvSource({"'y,x', 'x,y'", "'Y,y', y", "'', ''", "'x ', x"})
    void ordersTheMembersOfASet(String text, String members) {
        assertThat(of(column("SET").enumValues(List.of("'x'", "'y'")), text)).isEqualTo(members);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT, 1.239, 1.2400000095367432",
        "DOUBLE, -1.239, -1.24",
        "FLOAT UNSIGNED, 7, 7.0",
        "REAL, 1.125, 1.12"
    })
    void roundsToTheDigitsOfTheColumn(String type, String text, String expression) {
        assertThat(of(column(type).length(7).scale(2), text)).isEqualTo(expression);
    }

    @Test
    void keepsTheDigitsOfOtherNumbers() {
        assertThat(of(column("FLOAT"), "1.239")).isEqualTo("1.239");
    }

    private static ColumnEditor column(String type) {
        return Column.editor().name("c").type(type);
    }

    private static String of(ColumnEditor column, String text) {
        return DefaultExpression.of(column.create(), new SqlLiteral.Text(text));
    }
}
