package io.ordersync.stack.mariadb;

import io.ordersync.stack.files.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a MariaDB server: an installed one of at least 10.7 (the first with the type {@code uuid}), or else the one
 * that the build has unpacked. The system property {@code ordersync.mariadb} or the environment variable
 * {@code ORDERSYNC_MARIADB} forces one: {@code installed}, {@code bundled} or the path of a {@code mariadbd}.
 */
public final class MariaDbFinder {

    private static final String PROGRAM = "mariadbd";
    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)\\.\\d+-MariaDB");
    private static final int OLDEST = 1007;

    private final Path bundled;
    private final List<Path> searched;
    private final String choice;

    MariaDbFinder(Path bundled, List<Path> searched, String choice) {
        this.bundled = bundled;
        this.searched = searched;
        this.choice = choice;
    }

    public static MariaDbFinder ofThisMachine(Checkout checkout) {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        folders.add(Path.of("/usr/sbin"));
        folders.add(Path.of("/usr/local/sbin"));
        String choice = System.getProperty("ordersync.mariadb", System.getenv("ORDERSYNC_MARIADB"));
        return new MariaDbFinder(checkout.bundledMariaDb(), folders, choice == null ? "" : choice);
    }

    public MariaDbInstallation find() {
        return switch (choice) {
            case "" -> installed().or(this::bundled).orElseThrow(() -> missing("no MariaDB server was found"));
            case "installed" -> installed().orElseThrow(() -> missing("no MariaDB server is installed"));
            case "bundled" -> bundled().orElseThrow(() -> missing("no MariaDB server was unpacked by the build"));
            default ->
                MariaDbInstallation.around(Path.of(choice))
                        .findFirst()
                        .orElseThrow(() -> missing(choice + " is not part of a MariaDB installation"));
        };
    }

    private Optional<MariaDbInstallation> installed() {
        return searched.stream()
                .map(folder -> folder.resolve(PROGRAM))
                .filter(Files::isExecutable)
                .filter(program -> isRecentEnough(versionOf(program)))
                .map(MariaDbFinder::resolved)
                .flatMap(MariaDbInstallation::around)
                .findFirst();
    }

    private Optional<MariaDbInstallation> bundled() {
        if (!Files.isDirectory(bundled)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(bundled)) {
            return files.filter(file -> file.endsWith(Path.of("bin", PROGRAM)))
                    .findFirst()
                    .map(MariaDbFinder::executable)
                    .flatMap(program -> MariaDbInstallation.around(program).findFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path executable(Path program) {
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
            throw new IllegalStateException(program + " cannot be made executable");
        }
        return program;
    }

    private static boolean isRecentEnough(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.find()
                && Integer.parseInt(matcher.group(1)) * 100 + Integer.parseInt(matcher.group(2)) >= OLDEST;
    }

    private static String versionOf(Path program) {
        try {
            Process version = new ProcessBuilder(program.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString(); // not a server that we can use
        }
    }

    private static Path resolved(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException missing(String what) {
        return new IllegalStateException(
                what + "; install MariaDB 10.7 or newer, or name its mariadbd with ORDERSYNC_MARIADB");
    }
}
