package io.ordersync.connect.sink.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.VersionField;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTests {

    private final TableName orders = new TableName(null, "orders");

    @Test
    void insertNamesEachColumn() {
        assertThat(Sql.insert(orders, List.of("id", "qty")))
                .isEqualTo("INSERT INTO `orders` (`id`,`qty`) VALUES (?,?)");
    }

    @Test
    void upsertReplacesEverythingButTheKey() {
        assertThat(Sql.upsert(orders, List.of("id"), List.of("qty", "status"), null))
                .isEqualTo("INSERT INTO `orders` (`id`,`qty`,`status`) VALUES (?,?,?) ON DUPLICATE KEY UPDATE "
                        + "`qty`=VALUES(`qty`),`status`=VALUES(`status`)");
    }

    @Test
    void upsertComparesTheVersionBeforeItAssignsIt() {
        assertThat(Sql.upsert(orders, List.of("id"), List.of("v", "qty"), new VersionField("v", false, false)))
                .isEqualTo("INSERT INTO `orders` (`id`,`v`,`qty`) VALUES (?,?,?) ON DUPLICATE KEY UPDATE "
                        + "`qty`=IF(VALUES(`v`)<`v`,`qty`,VALUES(`qty`)),`v`=IF(VALUES(`v`)<`v`,"
                        + "IF((@order_sync_stale := @order_sync_stale + 1) IS NULL,`v`,`v`),VALUES(`v`))");
    }

    @Test
    void upsertKeepsARowWithAnEqualVersionIfAsked() {
        assertThat(Sql.upsert(orders, List.of("id"), List.of("v", "qty"), new VersionField("v", false, true)))
                .contains("`qty`=IF(VALUES(`v`)<=`v`,`qty`,VALUES(`qty`)),`v`=IF(VALUES(`v`)<=`v`,");
    }

    @Test
    void upsertOfAKeyAloneChangesNothing() {
        assertThat(Sql.upsert(orders, List.of("id"), List.of(), null))
                .endsWith(" ON DUPLICATE KEY UPDATE `id`=VALUES(`id`)");
    }

    @Test
    void quotesNamesWithSpecialCharacters() {
        assertThat(Sql.insert(new TableName("my db", "a`b"), List.of("select")))
                .isEqualTo("INSERT INTO `my db`.`a``b` (`select`) VALUES (?)");
    }
}
