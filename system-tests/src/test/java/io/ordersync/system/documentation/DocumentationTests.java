package io.ordersync.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentationTests {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final List<MarkdownFile> pages =
            MarkdownFile.find(ROOT, ".md").stream().map(MarkdownFile::read).toList();

    DocumentationTests() throws IOException {}

    @Test
    void linksPointToFilesThatExist() {
        assertThat(pages)
                .hasSizeGreaterThan(20)
                .allSatisfy(page -> assertThat(page.links())
                        .as("links in %s", page.path())
                        .allMatch(link -> Files.exists(page.resolve(link))));
    }

    @Test
    void linksPointToSectionsThatExist() {
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.links())
                        .as("links in %s", page.path())
                        .filteredOn(link -> link.contains(".md#") || link.startsWith("#"))
                        .allMatch(link -> MarkdownFile.read(page.resolve(link))
                                .anchors()
                                .contains(link.substring(link.indexOf('#') + 1))));
    }

    @Test
    void pagesNameOnlyTestsThatExist() throws IOException {
        Set<String> tests = MarkdownFile.find(ROOT, ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(page.tests()).as("tests in %s", page.path()).isSubsetOf(tests));
    }
}
