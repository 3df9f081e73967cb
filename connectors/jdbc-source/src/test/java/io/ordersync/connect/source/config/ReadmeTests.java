package io.ordersync.connect.source.config;

import io.ordersync.connect.database.testing.OptionTables;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTests {

    @Test
    void readmeDescribesEveryOptionAsTheCodeDoes() {
        new OptionTables(Path.of("README.md"))
                .assertDescribe(SourceOptions.DEFINITIONS, "## Options", "## Options of other sources");
    }
}
