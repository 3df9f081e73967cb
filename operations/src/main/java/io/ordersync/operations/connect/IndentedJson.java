package io.ordersync.operations.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** JSON for people. */
final class IndentedJson {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private IndentedJson() {}

    /** Returns the text as it is if it is not JSON. */
    static String of(byte[] text) {
        try {
            return MAPPER.writer(new DefaultPrettyPrinter(separators())
                            .withObjectIndenter(INDENTER)
                            .withArrayIndenter(INDENTER))
                    .writeValueAsString(MAPPER.readTree(text));
        } catch (IOException e) {
            return new String(text, UTF_8);
        }
    }

    private static Separators separators() {
        return Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
    }
}
