package io.ordersync.system.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.files.Checkout;
import io.ordersync.system.fixture.OneLoadAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/course.md}: runs its commands, in its order, with the script {@code ./run}. */
@ExtendWith(OneLoadAtATime.class)
class CourseIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Checkout CHECKOUT = Checkout.find();

    @TempDir
    private Path folder;

    private Path checkout = Path.of("");
    private CourseShell shell = new CourseShell(Path.of(""), Path.of(""));
    private @Nullable CourseSystem system;
    private PagePorts ports = new PagePorts(java.util.Map.of());

    /** A checkout with a folder {@code .local} of its own; everything else is that of the build. */
    @BeforeEach
    void checkOut() throws IOException {
        checkout = Files.createDirectory(folder.resolve("order-sync"));
        try (Stream<Path> entries = Files.list(CHECKOUT.root())) {
            for (Path entry :
                    entries.filter(entry -> !isOfTheCheckoutAlone(entry)).toList()) {
                Files.createSymbolicLink(checkout.resolve(entry.getFileName()), entry);
            }
        }
        Files.copy(CHECKOUT.root().resolve("run"), checkout.resolve("run"));
        assertThat(checkout.resolve("run").toFile().setExecutable(true)).isTrue();
        shell = new CourseShell(checkout, Files.createDirectory(folder.resolve("shell")));
    }

    /** The script finds its folder by its own place, so it is copied. */
    private static boolean isOfTheCheckoutAlone(Path entry) {
        return List.of(".local", ".git", "run").contains(entry.getFileName().toString());
    }

    @AfterEach
    void stop() throws IOException {
        shell.close();
        stopSystem();
    }

    @Test
    void commandsPrintWhatThePageSays() throws Exception {
        CoursePage page = CoursePage.read(CHECKOUT.root().resolve("docs/course.md"));
        assertThat(page.steps()).hasSizeGreaterThan(30);
        for (Step step : page.steps()) {
            follow(step);
        }
    }

    private void follow(Step step) throws IOException, InterruptedException {
        if (step.startsTheSystem()) {
            startSystem(step.commands());
        } else if (step.stopsTheSystem()) {
            stopSystem();
        } else if (step.soon()) {
            await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> run(step));
        } else {
            run(step);
        }
    }

    private void run(Step step) throws IOException, InterruptedException {
        String printed = ports.toPage(shell.run(ports.toUsed(step.commands())));
        if (step.output() != null) {
            assertThat(step.output().matches(printed))
                    .as(
                            "line %d of the page, %s%nexpected:%n%s%nprinted:%n%s",
                            step.line(), step.commands(), step.output().text(), printed)
                    .isTrue();
        }
    }

    private void startSystem(String command) throws IOException {
        system = CourseSystem.start(command);
        ports = system.ports();
        Files.createSymbolicLink(checkout.resolve(".local"), system.local());
    }

    private void stopSystem() throws IOException {
        if (system != null) {
            system.close();
            system = null;
            Files.deleteIfExists(checkout.resolve(".local"));
        }
    }
}
