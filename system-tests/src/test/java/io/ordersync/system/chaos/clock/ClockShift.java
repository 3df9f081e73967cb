package io.ordersync.system.chaos.clock;

import io.ordersync.stack.server.SpringService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** Gives a service a clock that differs from the machine's. */
public final class ClockShift {

    private ClockShift() {}

    /** Shifts the clock of a service from its next start on. */
    public static void apply(SpringService service, Duration shift) {
        service.setVariable("JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(agent(), shift));
    }

    /** Packs the agent into a jar, because a JVM takes an agent from nowhere else. */
    private static Path agent() {
        try {
            Path jar = Files.createDirectories(Path.of("target"))
                    .resolve("clock-agent.jar")
                    .toAbsolutePath();
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
                copy(ClockAgent.class, out);
                copy(ShiftedClock.class, out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", ClockAgent.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH, jarOf(ByteBuddy.class).toUri().toString());
        return manifest;
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Class<?> type, JarOutputStream jar) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
            bytes.transferTo(jar);
        }
    }
}
