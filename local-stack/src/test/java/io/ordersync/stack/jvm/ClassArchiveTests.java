package io.ordersync.stack.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives of a small program, made and used by real JVMs. */
@Timeout(120)
class ClassArchiveTests {

    /** A method handle with bound values of several types needs a class that the JDK generates. */
    private static final String HELLO = """
            import java.lang.invoke.*;
            public class Hello {
                static String join(String a, int b, long c, double d, String e) { return a + e; }
                public static void main(String[] arguments) throws Throwable {
                    MethodHandle join = MethodHandles.lookup().findStatic(Hello.class, "join", MethodType.methodType(
                            String.class, String.class, int.class, long.class, double.class, String.class));
                    MethodHandle hello = MethodHandles.insertArguments(join, 0, "hel", 1, 2L, 3.0);
                    System.out.println((String) hello.invokeExact("lo"));
                }
            }
            """;

    private static final String MAPPED = "hello mapped";
    private static final String LOADED = "hello loaded";

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void makeCheckout() throws IOException {
        Path options = new Checkout(folder).deployment("class-archive.options");
        Files.createDirectories(options.getParent());
        Files.copy(Checkout.find().deployment("class-archive.options"), options);
        jar = jar(HELLO);
    }

    @Test
    void mapsTheClassesThatAnEarlierJvmHasRecorded() throws Exception {
        assertThat(run(archive())).isEqualTo(LOADED);
        ClassArchive missing = recorded();
        assertThat(missing.isMissing()).isTrue();
        Files.createFile(archives().resolve("hello-1.classes.unfinished")); // of an interrupted launcher

        missing.make(log());

        assertThat(missing.isMissing()).isFalse();
        assertThat(run(archive())).isEqualTo(MAPPED);
        assertThat(files()).as("nothing but the archive is left").hasSize(1);
    }

    @Test
    void isNotUsedForAnotherJar() throws Exception {
        recorded().make(log());
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(run(archive())).isEqualTo(LOADED);
        recorded().make(log());

        assertThat(run(archive())).isEqualTo(MAPPED);
        assertThat(files()).as("the archive of the earlier jar is deleted").hasSize(1);
    }

    @Test
    void isNotUsedWhenItIsIncomplete() throws Exception {
        recorded().make(log());
        Path file = files().get(0);
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, List.of("not an archive"), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(run(archive())).isEqualTo(LOADED);
        recorded().make(log());
        assertThat(run(archive())).isEqualTo(MAPPED);
    }

    /** Without a check, a JVM that maps such classes crashes. */
    @Test
    void isIgnoredWhenItsContentIsDamaged() throws Exception {
        recorded().make(log());
        Path file = files().get(0);
        byte[] content = Files.readAllBytes(file);
        for (int i = content.length / 4; i < content.length / 2; i++) {
            content[i] = (byte) (i * 31);
        }
        assertThat(file.toFile().setWritable(true)).isTrue();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(content);
        }

        assertThat(run(archive())).isEqualTo(LOADED);
    }

    /** The JVM shows each class to an agent or a flight recording when it loads the class. */
    @Test
    void isUsedByAJvmWithAFlightRecording() throws Exception {
        recorded().make(log());

        assertThat(run(archive(), "-XX:StartFlightRecording", "-Xlog:jfr+startup=off"))
                .isEqualTo(MAPPED);
    }

    private ClassArchive archive() {
        return ClassArchive.of(new Checkout(folder), "hello", program());
    }

    /** An archive of which a JVM has recorded the classes. */
    private ClassArchive recorded() throws Exception {
        ClassArchive archive = archive();
        run(archive);
        return archive;
    }

    private Jvm program() {
        return Jvm.mainClass(jar.toString(), "Hello");
    }

    /** What the program prints, and whether its class came from an archive. The program prints nothing else. */
    private String run(ClassArchive archive, String... options) throws Exception {
        Path classes = folder.resolve("class.log");
        Jvm jvm = archive.addOptions(program()).withOptions(options).withOptions("-Xlog:class+load:file=" + classes);
        Process process = new ProcessBuilder(jvm.command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as(output).isZero();
        String source = Files.readAllLines(classes).stream()
                .filter(line -> line.contains(" Hello source: "))
                .findFirst()
                .orElseThrow();
        return output + (source.contains("shared objects file") ? " mapped" : " loaded");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(archives())) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }

    private Path archives() {
        return new Checkout(folder).classArchives();
    }

    private Path log() {
        return folder.resolve("dump.log");
    }

    private Path jar(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Hello.java"), source);
        run("javac", "-d", folder.toString(), file.toString());
        Path made = folder.resolve("hello.jar");
        run("jar", "--create", "--file", made.toString(), "-C", folder.toString(), "Hello.class");
        return made;
    }

    private static void run(String tool, String... arguments) {
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments))
                .isZero();
    }
}
