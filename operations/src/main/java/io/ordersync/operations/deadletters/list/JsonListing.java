package io.ordersync.operations.deadletters.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.record.PrintableText;
import io.ordersync.operations.deadletters.record.RecordAddress;
import java.io.PrintWriter;
import java.util.Optional;

/** One JSON object per line, for programs. It is in ASCII, so that it contains no control sequences for a terminal. */
public final class JsonListing implements Listing {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintWriter out;
    private final boolean withValues;

    public JsonListing(PrintWriter out, boolean withValues) {
        this.out = out;
        this.withValues = withValues;
    }

    @Override
    public void add(DeadLetter letter, Optional<RecordAddress> replayedTo) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("address", letter.address().toString())
                .put("original", orNull(letter.origin()))
                .put("time", letter.time().toString())
                .put("replayedTo", orNull(replayedTo))
                .put("bytes", letter.size())
                .put("key", PrintableText.exact(letter.record().key()))
                .put("cause", letter.cause());
        ArrayNode headers = json.putArray("headers");
        letter.record()
                .headers()
                .forEach(header -> headers.addObject()
                        .put("name", header.key())
                        .put("value", PrintableText.exact(header.value())));
        if (withValues) {
            json.put("value", PrintableText.exact(letter.record().value()));
        }
        out.println(line(json));
    }

    @Override
    public void end() {
        // JSON lines need no end
    }

    private static String orNull(Optional<RecordAddress> address) {
        return address.map(RecordAddress::toString).orElse(null);
    }

    private static String line(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
