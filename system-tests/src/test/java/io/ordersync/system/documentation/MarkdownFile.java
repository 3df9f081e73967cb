package io.ordersync.system.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the repository, without its blocks of code. */
record MarkdownFile(Path path, String text) {

    private static final Pattern CODE_BLOCK = Pattern.compile("^ *```.*?^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*(?:Tests|IT))`");
    private static final Set<String> NOT_SOURCE = Set.of("target", ".git", ".local");

    /** All files below a folder with an extension, except what a build or a run has made. */
    static List<Path> find(Path root, String extension) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCE.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(extension)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    static MarkdownFile read(Path path) {
        try {
            return new MarkdownFile(
                    path, CODE_BLOCK.matcher(Files.readString(path)).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The links to other places in the repository, as they are written. */
    List<String> links() {
        return groups(LINK);
    }

    /** The test classes that the text names. */
    List<String> tests() {
        return groups(TEST);
    }

    Path resolve(String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? path : path.resolveSibling(file).normalize();
    }

    /** The part of a link that GitHub makes of a heading. */
    List<String> anchors() {
        return groups(HEADING).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private List<String> groups(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
