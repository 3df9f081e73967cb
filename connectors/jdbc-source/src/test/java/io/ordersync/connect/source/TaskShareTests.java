package io.ordersync.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.testing.SourceConfigs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskShareTests {

    private static final List<Relation> TABLES = IntStream.range(0, 20)
            .mapToObj(i -> Relation.table(new TableName(null, "t" + i), "shop", SourceConfig.of(SourceConfigs.with())))
            .toList();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachTableHasOneTask(boolean isFixed) {
        List<Relation> all = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            TaskShare share = TaskShare.of(new TaskShare(index, 3).addTo(Map.of()));
            List<Relation> own = share.of(TABLES, isFixed);
            assertThat(own).isNotEmpty();
            all.addAll(own);
            // A table that appears later moves no other table.
            if (!isFixed) {
                assertThat(own).containsAll(share.of(TABLES.subList(5, 20), false));
            }
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(TABLES);
    }
}
