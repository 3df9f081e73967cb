package io.ordersync.connect.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @Test
    void addsTheRequiredDriverSettings() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:mariadb://db:3306/shop");
        assertThat(url.jdbc()).isEqualTo("jdbc:mariadb://db:3306/shop");
        assertThat(url.settings())
                .containsEntry("rewriteBatchedStatements", "true")
                .containsEntry("connectTimeout", "5000")
                .containsEntry("socketTimeout", "30000");
    }

    @Test
    void keepsTimeoutsOfTheUserButReplacesSettingsThatShiftTimes() {
        DatabaseUrl url = DatabaseUrl.parse(
                "jdbc:mariadb://db/shop?sockettimeout=1000&preserveInstants=true&sslMode=trust&useServerPrepStmts=true");
        assertThat(url.settings())
                .containsEntry("socketTimeout", "1000")
                .containsEntry("sslMode", "trust")
                .containsEntry("preserveInstants", "false")
                .containsEntry("useServerPrepStmts", "false")
                .doesNotContainValue("30000");
        assertThat(url.unused()).containsExactlyInAnyOrder("preserveInstants", "useServerPrepStmts");
    }

    @Test
    void readsAMysqlUrlAsAMariaDbUrl() {
        assertThat(DatabaseUrl.parse("jdbc:mysql://db:3306/shop")).hasToString("jdbc:mariadb://db:3306/shop");
        assertThat(DatabaseUrl.parse("jdbc:mysql:///my%2Dshop")).hasToString("jdbc:mariadb://localhost/my-shop");
        assertThat(DatabaseUrl.parse("jdbc:mysql:replication://a,b:3307/shop"))
                .hasToString("jdbc:mariadb:replication://a,b:3307/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop?password=hush",
                "jdbc:mariadb:db?password=hush",
                "db/shop",
                "${env:HUSH_URL}",
                "jdbc:mariadb:aurora://db/shop?keyStorePassword=hush",
                "jdbc:mariadb:hush://db/shop",
                "jdbc:mariadb://db:hush/shop",
                "jdbc:mariadb://db;password=hush/shop",
                "jdbc:mariadb://db/shop;user=fred;password=hush",
                "jdbc:mariadb://db/shop&password=hush",
                "jdbc:mariadb://db/shop/hush",
                "jdbc:mariadb://address=(host=db)(secret=hush)/shop",
                "jdbc:mariadb://address=(host=db)(port=1/shop?password=hush",
                "jdbc:mariadb://fred:hush@db/shop",
                "jdbc:mysql://fred:hush@db/shop?useSSL=false",
                "jdbc:mysql://fred:hu?sh=hush@db/shop",
                "jdbc:mariadb:replication://fred:hush@a,fred:hush@b/shop"
            })
    void errorDoesNotQuoteTheUrl(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContainIgnoringCase("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://fred:hush@db/shop",
                "jdbc:mysql://fred:hu@sh@db/shop",
                "jdbc:mysql://fred:hu/sh@db/shop",
                "jdbc:mysql://fred:hu?sh@db/shop",
                "jdbc:mariadb:loadbalance://fred:hush@db,db2/shop",
                "jdbc:mariadb://address=(host=db)(password=p@ss)/shop"
            })
    void anAtSignBeforeTheDatabaseGetsItsOwnMessage(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .hasMessageContainingAll("an @", "connection.user", "connection.password", "%40");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://db/shop?user=fred&password=hush, hush",
        "jdbc:mysql://db/shop?USER=fred&PassWord=hush&useSSL=false, hush",
        "jdbc:mysql://db/shop?%75ser=fred&%70assword=hush, hush",
        "jdbc:mysql://db/shop?useSSL=false&amp;user=fred&amp;password=hush, hush",
        "jdbc:mysql://db/shop?user=fred&password=hu%40sh, hu@sh",
        "jdbc:mysql://db/shop?user=fred&password=hu@sh+1, hu@sh+1",
        "jdbc:mariadb://db/shop?user=fred&password=hu%40sh, hu%40sh",
        "jdbc:mysql://address=(host=db)(port=3306)(user=fred)(password=hush)/shop, hush",
        "'jdbc:mysql://(host=db,port=3306,user=fred,password=hush)/shop', hush"
    })
    void takesCredentialsOutOfTheUrl(String text, String password) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        assertThat(url.user()).isEqualTo("fred");
        assertThat(url.password()).isEqualTo(new Password(password));
        assertThat(url.toString() + url.jdbc() + url.settings() + url.unused()).doesNotContain("hu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://db/shop?trustStorePassword=hush",
                "jdbc:mysql://db/shop?trustCertificateKeyStorePassword=hush",
                "jdbc:mariadb://db/shop?KEYSTOREPASSWORD=hush",
                "jdbc:mariadb://db/shop?unknown=hush&token&=hush"
            })
    void displayFormContainsNoSettings(String url) {
        assertThat(DatabaseUrl.parse(url)).hasToString("jdbc:mariadb://db/shop");
        assertThat(DatabaseUrl.parse(url).unused().toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failover", "loadbalance", "load-balance", "sequential", "replication"})
    void displayFormOfEveryModeContainsNoSettings(String mode) {
        String url = "jdbc:mariadb:" + mode + "://address=(host=a)(port=1)(type=primary),b:2/shop";
        assertThat(DatabaseUrl.parse(url + "?keyStorePassword=hush")).hasToString(url);
    }

    @Test
    void triesEachOfSeveralHostsAndLeavesFurtherAttemptsToTheSink() {
        assertThat(DatabaseUrl.parse("jdbc:mariadb:sequential://a,b,c/shop").settings())
                .containsEntry("retriesAllDown", "3");
        assertThat(DatabaseUrl.parse("jdbc:mariadb:sequential://a,b/shop?retriesAllDown=7")
                        .settings())
                .containsEntry("retriesAllDown", "7");
    }

    @Test
    void reportsWhetherItNamesADatabase() {
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db/shop").namesDatabase()).isTrue();
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db/").namesDatabase()).isFalse();
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db").namesDatabase()).isFalse();
        assertThat(DatabaseUrl.parse("jdbc:mariadb://db?useSSL=false").namesDatabase())
                .isFalse();
        assertThat(DatabaseUrl.parse("jdbc:mariadb://address=(localSocket=/run/db.sock)/shop")
                        .namesDatabase())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "useSSL=true, verify-full",
        "useSsl=1, verify-full",
        "USESSL=TRUE, verify-full",
        "usessl=yes, verify-full",
        "requireSSL=true, verify-full",
        "useSSL=true&verifyServerCertificate=false, trust",
        "useSSL=true&trustServerCertificate=true, trust",
        "useSSL=true&disableSslHostnameVerification=true, verify-ca",
        "sslMode=REQUIRED, trust",
        "ssl-mode=REQUIRED, trust",
        "ssl_mode=VERIFY_IDENTITY, verify-full",
        "sslmode=verify-ca&useSSL=false, verify-ca",
        "sslMode=DISABLED, disable"
    })
    void encryptsAtLeastAsTheUrlAsksFor(String settings, String mode) {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:mysql://db/shop?" + settings);
        assertThat(url.settings()).containsEntry("sslMode", mode);
        assertThat(url.unused()).isEmpty();
    }

    @Test
    void doesNotEncryptUnlessTheUrlAsksForIt() {
        assertThat(DatabaseUrl.parse("jdbc:mysql://db/shop?useSSL=false&requireSSL=false")
                        .settings())
                .doesNotContainKey("sslMode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslMode=PREFERRED", "sslMode=sometimes", "connectTimeout=soon", "tcpKeepAlive=perhaps"})
    void rejectsASettingThatTheDriverCannotFollow(String setting) {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:mariadb://db/shop?" + setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting.substring(0, setting.indexOf('=')));
    }

    @Test
    void namesSettingsThatHaveNoEffect() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:mysql://db/shop?useSSL=false&allowPublicKeyRetrieval=true"
                + "&serverTimezone=Asia/Seoul&characterEncoding=UTF-8&useUnicode=yes&autoReconnect=true");
        assertThat(url.unused())
                .isEqualTo(List.of("autoReconnect", "characterEncoding", "serverTimezone", "useUnicode"));
        assertThat(url.settings()).doesNotContainKeys("serverTimezone", "autoReconnect");
    }

    @Test
    void addsSettingsOfTheConfiguration() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:mysql://db/shop?useSSL=false", Map.of("useSSL", "true"));
        assertThat(url.settings()).containsEntry("sslMode", "verify-full");
    }
}
