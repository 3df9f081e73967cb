package io.ordersync.connect.debezium.ddl;

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
                "'/*!50001 x*/ it\\'s' | /*!50001 x*/ it's",
                "'/*M! x*/'          | /*M! x*/",
                "/*!50001 'x' */     | x",
                "_latin1 x'E9'       | é",
                "_latin1 0x80        | €",
                "_utf8mb4 0xed959c   | 한",
                "_utf8mb4'abc'       | abc",
                "_utf8mb4 '한'        | 한",
                "_latin1'é'          | Ã©",
                "_UTF8MB3 b'1100001' | a",
                "_latin2 x'a3'       | Ł",
                "(_koi8r x'c1')      | а",
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
    @CsvSource({
        "x'00ff', 00ff",
        "X'', ''",
        "0xabc, 0abc",
        "b'101', 05",
        "B'100000000', 0100",
        "0b11, 03",
        "_latin1 x'e9', e9",
        "_binary 'é', c3a9"
    })
    void readsBytes(String sql, String bytes) {
        assertThat(HexFormat.of()
                        .formatHex(only("ALTER TABLE t ADD c varbinary(9) DEFAULT " + sql)
                                .bytes()))
                .isEqualTo(bytes);
    }

    @Test
    void readsCommentsInNamesAsNames() {
        assertThat(DefaultLiterals.of("ALTER TABLE t ADD `/*!1 c*/` int DEFAULT 1"))
                .containsOnlyKeys("/*!1 c*/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t WAIT 5 ADD c",
                "ALTER TABLE mydb.`t` NOWAIT ADD COLUMN c",
                "ALTER TABLE t wait 5 ADD COLUMN IF NOT EXISTS c",
                "ALTER TABLE wait NOWAIT ADD c",
                "SET STATEMENT max_statement_time=5 FOR ALTER TABLE t ADD c",
                "set statement sql_mode='a, FOR', lock_wait_timeout = DEFAULT for ALTER TABLE t WAIT 5 ADD c",
                "/* once */ SET STATEMENT max_statement_time=5 FOR CREATE TABLE t (id int DEFAULT NULL, c"
            })
    void findsTheColumnOfAStatementWithLimits(String begin) {
        assertThat(only(begin + " varchar(9) NOT NULL DEFAULT 's''s'").text(UTF_8))
                .isEqualTo("s's");
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
                "ALTER TABLE t ADD c text DEFAULT _unknown 'x'",
                "SET STATEMENT max_statement_time=5",
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
