package io.ordersync.stack.jvm;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.process.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The executable jar of a service, extracted: class archives are only made of classes in jars that are files. */
public record ExecutableJar(Path jar, Path extracted) {

    public static ExecutableJar of(Checkout checkout, String module) {
        return new ExecutableJar(checkout.moduleJar(module), checkout.extractedJars(module));
    }

    /** Runs a program to its end. */
    public interface Runner {
        void run(Launch launch, File input) throws IOException, InterruptedException;
    }

    /**
     * Returns the jar to start, beside the folder with its libraries. Every content of the executable jar is extracted once,
     * into a folder that is named for the content.
     *
     * @param runner runs Spring Boot's tool that extracts the jar
     */
    public Path extract(Runner runner) throws IOException, InterruptedException {
        Path folder = extracted.resolve(contentId());
        if (Files.notExists(folder)) {
            List<Path> older = Checkout.matching(extracted, "[0-9a-f]*");
            Path unfinished = extracted.resolve(".unfinished-" + UUID.randomUUID());
            Files.createDirectories(unfinished);
            runner.run(Launch.of(tool(unfinished).command(), unfinished), Launch.NO_INPUT);
            publish(unfinished, folder);
            for (Path each : older) {
                Folders.delete(each);
            }
        }
        return folder.resolve(jar.getFileName());
    }

    private Jvm tool(Path target) {
        Jvm tool = Jvm.jar(jar);
        return new Jvm(
                List.of("-Djarmode=tools", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                tool.classPath(),
                List.of("-jar", jar.toString(), "extract", "--force", "--destination", target.toString()));
    }

    /** Another process may have extracted the same content meanwhile. */
    private static void publish(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Folders.delete(unfinished);
            if (Files.notExists(folder)) {
                throw e;
            }
        }
    }

    /** A checksum of names and checksums of all entries, which the directory of the jar holds. */
    private String contentId() throws IOException {
        CRC32 checksum = new CRC32();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                checksum.update(
                        "%s %x\n".formatted(entry.getName(), entry.getCrc()).getBytes());
            }
        }
        return "%08x".formatted(checksum.getValue());
    }
}
