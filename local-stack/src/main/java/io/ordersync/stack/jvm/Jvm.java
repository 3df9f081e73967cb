package io.ordersync.stack.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of a Java program that runs on the same JDK as this JVM.
 *
 * @param classPath the jars on the class path
 */
public record Jvm(List<String> options, String classPath, List<String> program) {

    public static Jvm mainClass(String classPath, String mainClass, String... arguments) {
        List<String> program = new ArrayList<>(List.of("-cp", classPath, mainClass));
        program.addAll(List.of(arguments));
        return new Jvm(List.of(), classPath, program);
    }

    public static Jvm jar(Path jar) {
        return new Jvm(List.of(), jar.toString(), List.of("-jar", jar.toString()));
    }

    /** Adds a folder with resources at the end of the class path of a main class. A class archive cannot hold folders. */
    public Jvm withResources(Path folder) {
        List<String> words = new ArrayList<>(program);
        words.set(1, classPath + File.pathSeparator + folder);
        return new Jvm(options, classPath, words);
    }

    /** Adds the options in argument files of the launcher {@code java}. */
    public Jvm withOptionsOf(Path... files) {
        return withOptions(Stream.of(files).map(file -> "@" + file).toArray(String[]::new));
    }

    public Jvm withOptions(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Jvm(all, classPath, program);
    }

    public List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(executable());
        words.addAll(options);
        words.addAll(program);
        return words;
    }

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
