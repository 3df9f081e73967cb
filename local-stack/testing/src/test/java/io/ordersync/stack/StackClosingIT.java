package io.ordersync.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.testing.TestFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class StackClosingIT implements StackListener {

    private final List<String> stopped = new CopyOnWriteArrayList<>();

    @Test
    void stopsPartsBeforeTheServersThatTheyUse() {
        StackFolders folders = new TestFolders(Path.of("target/stacks").toAbsolutePath()).create("closing");
        Ports ports = new FreePorts();
        LocalStack stack = new LocalStack(StackPlan.of(folders, ports), Checkout.find(), this, true);

        stack.start(stack.mariaDb(), stack.worker(), stack.broker());
        stack.close();

        assertThat(stopped).containsExactly("connect", "kafka", "mariadb");
        assertThat(stopped).allMatch(part -> Ports.isFree(ports.of(part)));
        assertThat(folders.data()).doesNotExist();
        assertThat(folders.logs().resolve("kafka.log")).isNotEmptyFile();
    }

    @Override
    public void stopped(Part part, Duration took) {
        stopped.add(part.name());
    }
}
