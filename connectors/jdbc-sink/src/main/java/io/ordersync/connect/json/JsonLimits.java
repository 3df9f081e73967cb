package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Lifts Jackson's limit of 20,000,000 characters for a text: a row may be larger, and the topic limits its size already.
 *
 * <p>Kafka's {@code JsonConverter} has no option for the limit and takes it from Jackson's defaults. So the defaults are
 * changed, for all converters that the worker makes later. The worker makes an {@link EnvelopeConverter} when it starts,
 * to read its version.
 */
final class JsonLimits {

    /** A factory without the limit. It refuses numbers with leading zeros (RFC 8259, section 6). */
    static final JsonFactory JSON;

    static {
        StreamReadConstraints unlimited = StreamReadConstraints.defaults()
                .rebuild()
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        StreamReadConstraints.overrideDefaultStreamReadConstraints(unlimited);
        JSON = JsonFactory.builder().streamReadConstraints(unlimited).build();
    }

    private JsonLimits() {}

    /** Lifts the limit for converters that are made afterwards. */
    static void lift() {
        // The initializer of this class has done it.
    }
}
