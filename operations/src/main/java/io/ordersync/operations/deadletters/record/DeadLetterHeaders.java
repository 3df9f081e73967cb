package io.ordersync.operations.deadletters.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.connect.client.StackTraceText;
import io.ordersync.contract.Topics;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Reads the headers of a dead letter. spring-kafka writes numbers in binary, Kafka Connect writes them as text. A header
 * that is missing or malformed is ignored.
 */
record DeadLetterHeaders(Headers headers) {

    private static final String SPRING = "kafka_dlt-";
    private static final String CONNECT = "__connect.errors.";

    /** Whether the header was added when the record became a dead letter or when it was replayed before. */
    static boolean isAdded(Header header) {
        return header.key().startsWith(SPRING)
                || header.key().startsWith(CONNECT)
                || header.key().equals(Topics.REPLAYED_HEADER);
    }

    /** Where the record was in the topic that it was read from. */
    Optional<RecordAddress> origin() {
        return address(
                        text(SPRING + "original-topic"),
                        binary(SPRING + "original-partition"),
                        binary(SPRING + "original-offset"))
                .or(() -> address(text(CONNECT + "topic"), text(CONNECT + "partition"), text(CONNECT + "offset")));
    }

    /** The original record's timestamp. Connect writes no such header: the dead letter itself has that timestamp. */
    Optional<Long> timestamp() {
        return binary(SPRING + "original-timestamp").map(Long::valueOf);
    }

    /** The message of the exception. Some messages of Connect end in a colon: they are followed by the innermost cause. */
    String cause() {
        String message = message();
        return message.strip().endsWith(":") ? (message.strip() + " " + rootCause()).strip() : message;
    }

    private String message() {
        return Stream.of(
                        SPRING + "exception-message",
                        SPRING + "exception-fqcn",
                        CONNECT + "exception.message",
                        CONNECT + "exception.class.name")
                .flatMap(name -> text(name).stream())
                .findFirst()
                .orElse("unknown");
    }

    private String rootCause() {
        return text(CONNECT + "exception.stacktrace").stream()
                .flatMap(trace -> StackTraceText.causes(trace).stream())
                .reduce((outer, inner) -> inner)
                .orElse("");
    }

    private static Optional<RecordAddress> address(
            Optional<String> topic, Optional<String> partition, Optional<String> offset) {
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        return RecordAddress.parse(topic.get() + ":" + partition.get() + ":" + offset.get());
    }

    private Optional<String> text(String name) {
        return bytes(name).map(value -> new String(value, UTF_8)).filter(text -> !text.isBlank());
    }

    private Optional<String> binary(String name) {
        return bytes(name).flatMap(value -> switch (value.length) {
            case Integer.BYTES -> Optional.of(ByteBuffer.wrap(value).getInt()).map(String::valueOf);
            case Long.BYTES -> Optional.of(ByteBuffer.wrap(value).getLong()).map(String::valueOf);
            default -> Optional.empty();
        });
    }

    private Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
    }
}
