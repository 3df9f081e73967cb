package io.ordersync.connect.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.testing.SourceConfigs;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class RelationTests {

    /** Connect compares the bytes of a partition, and its converter reads a stored one into a HashMap. */
    @Test
    void partitionIsWrittenAsTheWorkerWritesTheStoredOne() {
        Relation table = Relation.table(new TableName(null, "users"), "mydb", SourceConfig.of(SourceConfigs.with()));

        assertThat(table.partition().toString()).isEqualTo("{database=mydb, table=users}");
        assertThat(new HashMap<>(table.partition())).hasToString("{database=mydb, table=users}");
    }
}
