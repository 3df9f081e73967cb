package io.ordersync.service.strict;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Refuses text that UTF-8 cannot encode. JSON can escape one half of a surrogate pair, which UTF-8 encodes as a question
 * mark. An id with such a half would become another id.
 */
class WellFormedStringDeserializer extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        String text = super.deserialize(json, context);
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw context.weirdStringException(text, String.class, "half a surrogate pair");
        }
        return text;
    }
}
