package io.ordersync.stack.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolledPositionTests {

    @Test
    void namesTheLastRowOfEachTable() throws Exception {
        assertThat(committed("""
                [{"partition": {"database": "mydb", "table": "users"}, "offset": {"incrementing": 1200, "gaps": "5:17"}},
                 {"partition": {"database": "shop", "table": "sales"},
                  "offset": {"timestamp": "2026-03-29 02:30:00", "key.id": "17"}},
                 {"partition": {"query": "query"}, "offset": {"incrementing": 7}}]"""))
                .containsExactly("mydb.users up to 1200", "shop.sales up to 2026-03-29 02:30:00", "the query up to 7");
    }

    @Test
    void hasNoneWithoutRows() throws Exception {
        assertThat(committed("[]")).isEmpty();
        assertThat(committed("[{\"partition\": {\"server\": \"cdc\"}, \"offset\": {\"file\": \"binlog.000001\"}}]"))
                .isEmpty();
    }

    private static List<String> committed(String offsets) throws JsonProcessingException {
        return PolledPosition.committed(new ObjectMapper().readTree(offsets));
    }
}
