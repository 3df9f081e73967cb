package io.ordersync.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child that is a Java program, run by the same JDK as its parent. */
public record Jvm(List<String> options, List<String> program) {

    public static Jvm mainClass(String classPath, String mainClass, String... arguments) {
        List<String> program = new ArrayList<>(List.of("-cp", classPath, mainClass));
        program.addAll(List.of(arguments));
        return new Jvm(List.of(), program);
    }

    public static Jvm jar(Path jar) {
        return new Jvm(List.of(), List.of("-jar", jar.toString()));
    }

    public Jvm withOptions(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Jvm(all, program);
    }

    public List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(program);
        return words;
    }
}
