package io.ordersync.connect.source.ddl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultLiteralsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'it''s'             | it's",
                "'it\\'s'            | it's",
                "'a\\\\b'            | a\\b",
                "'100\\%'            | 100\\%",
                "\"say \"\"it's\"\"\" | say \"it's\"",
                "'a' 'b'             | ab",
                "_utf8mb4'x'         | x",
                "N'x'                | x",
                "('x')               | x",
                "''                  | ~~",
                "'-- # /* no */'     | -- # /* no */",
                "'물 🦊'               | 물 🦊",
                "DATE'2026-03-29'    | 2026-03-29",
                "-1.5                | -1.5",
                "- 7                 | -7",
                "+7                  | 7",
                "1.5e-3              | 1.5e-3",
                "TRUE                | 1",
                "false               | 0"
            })
    void readsTextsAndNumbers(String sql, String value) {
        assertThat(only("ALTER TABLE t ADD COLUMN c varchar(20) NOT NULL DEFAULT " + sql + " COMMENT 'x'")
                        .text(UTF_8))
                .isEqualTo(value);
    }

    @Test
    void readsEscapedCharacters() {
        assertThat(only("ALTER TABLE t ADD c text DEFAULT 'a\\n\\0\\Z\\t'").text(UTF_8))
                .isEqualTo("a\n\0\u001a\t");
    }

    @ParameterizedTest
    @CsvSource({"x'00ff', 00ff", "X'', ''", "0xabc, 0abc", "b'101', 05", "B'100000000', 0100", "0b11, 03"})
    void readsBytes(String sql, String bytes) {
        assertThat(HexFormat.of()
                        .formatHex(only("ALTER TABLE t ADD c varbinary(9) DEFAULT " + sql)
                                .bytes()))
                .isEqualTo(bytes);
    }

    @Test
    void findsTheColumnOfEachDefault() {
        assertThat(DefaultLiterals.of("""
                        /* a comment: DEFAULT 1 */ ALTER ONLINE TABLE IF EXISTS `mydb`.`t, (` -- DEFAULT 2
                        ADD COLUMN IF NOT EXISTS `a ``b` decimal(5,2) NOT NULL DEFAULT 1.5 AFTER x,
                        ADD (d enum('x','y') DEFAULT 'y', e int DEFAULT (1 + 1), f int DEFAULT NULL),
                        MODIFY g varchar(20) CHARACTER SET latin1 DEFAULT 'g' COLLATE latin1_bin,
                        CHANGE COLUMN h `new h` int DEFAULT 3 /*!40000 , ADD i int DEFAULT 4 */,
                        ALTER COLUMN j SET DEFAULT 5, ADD k datetime DEFAULT current_timestamp(), DEFAULT CHARSET utf8mb4"""))
                .hasSize(6)
                .extractingByKeys("a `b", "d", "g", "new h", "i", "j")
                .extracting(literal -> literal.text(UTF_8))
                .containsExactly("1.5", "y", "g", "3", "4", "5");
        assertThat(
                        DefaultLiterals.of(
                                "CREATE TABLE t (id int PRIMARY KEY, c varchar(9) NOT NULL DEFAULT 'it''s') DEFAULT CHARSET=utf8mb4"))
                .containsOnlyKeys("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "`t`", "mydb.t", "`mydb`.t", "mydb.`t`", "`mydb`.`t`", "`mydb` . t", "`my.db`.`t.`"})
    void findsTheFirstColumnBehindTheNameOfTheTable(String table) {
        assertThat(DefaultLiterals.of("ALTER TABLE " + table + " ADD c int DEFAULT 1, ADD `d` int DEFAULT 1"))
                .containsOnlyKeys("c", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t DEFAULT CHARACTER SET 'utf8mb4'",
                "ALTER TABLE t DEFAULT COLLATE = utf8mb4_bin",
                "ALTER TABLE",
                "CREATE TABLE t (id int) PARTITION BY LIST (id) (PARTITION p DEFAULT)",
                "ALTER TABLE t ADD c int DEFAULT",
                "ALTER TABLE t ADD c datetime DEFAULT now() ON UPDATE now()",
                "ALTER TABLE t ADD c uuid DEFAULT uuid()",
                "ALTER TABLE t ADD c int DEFAULT (1 + 1)"
            })
    void ignoresWhatIsNoConstant(String sql) {
        assertThat(DefaultLiterals.of(sql)).isEmpty();
    }

    private static SqlLiteral only(String sql) {
        Map<String, SqlLiteral> literals = DefaultLiterals.of(sql);
        assertThat(literals).containsOnlyKeys("c");
        return literals.get("c");
    }
}
