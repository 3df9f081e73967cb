package io.ordersync.system.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoursePagesTests {

    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs");

    private final CoursePage english = CoursePage.read(DOCS.resolve("course.md"));

    @Test
    void allLanguagesHaveTheSameCommandsAndOutputs() {
        CoursePage korean = CoursePage.read(DOCS.resolve("course.ko.md"));
        assertThat(korean.steps().stream().map(Step::withoutLine))
                .containsExactlyElementsOf(
                        english.steps().stream().map(Step::withoutLine).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"course.md", "course.ko.md"})
    void tablesNameOnlyCommandsThatAreRun(String file) {
        CoursePage page = CoursePage.read(DOCS.resolve(file));
        assertThat(page.commandsInTables())
                .hasSizeGreaterThan(15)
                .allSatisfy(command -> assertThat(page.steps())
                        .as(command)
                        .anyMatch(step -> step.commands().contains(command)));
    }

    @Test
    void ellipsisStandsForAPartOfALine() {
        assertThat(new ExpectedOutput("id …, on").matches("id 7, on\n")).isTrue();
        assertThat(new ExpectedOutput("id …, on").matches("id 7, off\n")).isFalse();
        assertThat(new ExpectedOutput("id …").matches("id 7\nid 8\n")).isFalse();
    }

    @Test
    void lineOfAnEllipsisStandsForAnyLines() {
        assertThat(new ExpectedOutput("first\n…\nlast").matches("first\nlast\n"))
                .isTrue();
        assertThat(new ExpectedOutput("first\n…\nlast").matches("first\n2\n3\nlast"))
                .isTrue();
        assertThat(new ExpectedOutput("first\n…\nlast").matches("first\n2\n")).isFalse();
    }
}
