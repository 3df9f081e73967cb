package io.ordersync.stack.jvm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that changes with the JDK and with every file of a class path, by which the JVM judges an archive too. */
final class ClassPathFingerprint {

    private static final int BYTES = 6;

    private ClassPathFingerprint() {}

    static String of(String classPath) {
        MessageDigest digest = sha256();
        add(digest, System.getProperty("java.home") + System.getProperty("java.vm.version"));
        for (String entry : classPath.split(File.pathSeparator)) {
            add(digest, entry + identity(Path.of(entry)));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static String identity(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) + "@" + Files.getLastModifiedTime(file) : "missing";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
