package io.ordersync.connect.sink.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @Test
    void addsTheRequiredDriverSettings() {
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db:3306/shop").jdbc())
                .startsWith("jdbc:mariadb://db:3306/shop?")
                .contains("rewriteBatchedStatements=true", "connectTimeout=5000", "socketTimeout=30000");
    }

    @Test
    void keepsTimeoutsOfTheUserButReplacesSettingsThatShiftTimes() {
        String jdbc = DatabaseUrl.parse("jdbc:mariadb://db/shop?sockettimeout=1000&preserveInstants=true&sslMode=trust")
                .jdbc();
        assertThat(jdbc).contains("sockettimeout=1000", "sslMode=trust").doesNotContain("30000");
        assertThat(jdbc.toLowerCase()).contains("preserveinstants=false").doesNotContain("preserveinstants=true");
    }

    @Test
    void readsAMysqlUrlAsAMariaDbUrl() {
        assertThat(DatabaseUrl.parse("jdbc:mysql://db:3306/shop").display()).isEqualTo("jdbc:mariadb://db:3306/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop",
                "jdbc:mariadb:db",
                "db/shop",
                "${env:HUSH_URL}",
                "jdbc:mariadb://db/shop?user=fred&password=hush",
                "jdbc:mariadb://fred:hush@db/shop"
            })
    void errorDoesNotQuoteTheUrl(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContainIgnoringCase("hush");
    }

    @Test
    void displayFormContainsNoSettings() {
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db/shop?trustStorePassword=hush"))
                .hasToString("jdbc:mariadb://db/shop");
    }

    @Test
    void reportsWhetherItNamesADatabase() {
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db/shop").namesDatabase()).isTrue();
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db/").namesDatabase()).isFalse();
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db").namesDatabase()).isFalse();
    }
}
