package io.ordersync.stack.cli.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunRecordTests {

    private static final FixedPorts PORTS = new FixedPorts(Map.of("kafka", 19092));

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(names = {"CDC", "POLLING"})
    void remembersEachFeature(Feature feature) throws Exception {
        RunRecord record = new RunRecord(new StackFolders(home));
        record.write(plan().withServices(2, 3).withFeatures(Set.of(feature)), PORTS, true);

        StackPlan read = record.plan().orElseThrow();
        assertThat(read.features()).containsExactly(feature);
        assertThat(read.orderServices()).isEqualTo(2);
        assertThat(read.catalogServices()).isEqualTo(3);
        assertThat(read.ports().of("kafka")).isEqualTo(19092);
        assertThat(record.isDetached()).isTrue();
    }

    /** An earlier version may have started the system. */
    @Test
    void readsARecordThatDoesNotKnowAFeature() throws Exception {
        RunRecord record = new RunRecord(new StackFolders(home));
        record.write(plan(), PORTS, false);
        Path file = new StackFolders(home).run().resolve("stack.properties");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^polling=.*\n", ""));

        assertThat(record.plan().orElseThrow().features()).isEmpty();
    }

    private StackPlan plan() {
        return StackPlan.of(new StackFolders(home), PORTS);
    }
}
