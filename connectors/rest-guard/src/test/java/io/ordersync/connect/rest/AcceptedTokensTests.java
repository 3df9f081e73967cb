package io.ordersync.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTokensTests {

    private static final String FIRST = "first-token-0123456789";
    private static final String SECOND = "second-token-0123456789";

    @TempDir
    Path folder;

    private AcceptedTokens tokens;

    @BeforeEach
    void write() throws IOException {
        tokens = new AcceptedTokens(folder.resolve("token"));
        Files.writeString(tokens.file(), FIRST + "\n");
    }

    @Test
    void includeTheTokenOfTheFile() throws IOException {
        assertThat(tokens.include(FIRST)).isTrue();
        assertThat(tokens.include(SECOND)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "first-token-012345678", "first-token-01234567890", "FIRST-TOKEN-0123456789"})
    void includeNothingThatIsAlmostTheToken(String token) throws IOException {
        assertThat(tokens.include(token)).isFalse();
    }

    @Test
    void includeTwoTokensAtATime() throws IOException {
        Files.writeString(tokens.file(), SECOND + "\n" + FIRST + "\n");
        assertThat(tokens.include(FIRST)).isTrue();
        assertThat(tokens.include(SECOND)).isTrue();
        assertThat(tokens.include(SECOND + "\n" + FIRST)).isFalse();
    }

    @Test
    void followTheFile() throws IOException {
        assertThat(tokens.include(FIRST)).isTrue();
        Files.writeString(tokens.file(), SECOND);
        assertThat(tokens.include(FIRST)).isFalse();
        assertThat(tokens.include(SECOND)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "a-token-0123456789\nb-token-0123456789\nc-token-0123456789"})
    void areOneOrTwo(String content) throws IOException {
        Files.writeString(tokens.file(), content);
        assertThatThrownBy(() -> tokens.include(""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("one or two");
    }

    @Test
    void areTooLongToGuess() throws IOException {
        Files.writeString(tokens.file(), "secret-15-chars");
        assertThatThrownBy(tokens::read)
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("secret");
    }

    @Test
    void areMissingWithTheirFile() throws IOException {
        Files.delete(tokens.file());
        assertThatThrownBy(() -> tokens.include(FIRST)).isInstanceOf(NoSuchFileException.class);
    }
}
