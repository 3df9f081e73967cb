package io.ordersync.service.strict;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Takes only text that UTF-8 can write. JSON can also escape one half of a surrogate pair; encoded, that becomes a question
 * mark, and an id with it the id of somebody else.
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
