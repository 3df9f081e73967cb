package io.ordersync.connect.source.config.published;

import io.ordersync.connect.database.testing.OptionTables;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedReadmeTests {

    @Test
    void readmeDescribesTheOptionsOfOtherSourcesAsTheCodeDoes() {
        new OptionTables(Path.of("README.md"))
                .assertDescribe(OptionsOfOtherSources.ALL, "## Options of other sources", "## Types");
    }
}
