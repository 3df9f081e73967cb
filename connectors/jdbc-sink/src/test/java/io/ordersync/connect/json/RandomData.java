package io.ordersync.connect.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Schemas of every type, and values of which most fit them. */
final class RandomData {

    private static final long DAY = 86_400_000;

    /** Characters that JSON escapes, that take one to four bytes, and half of a pair of surrogates. */
    private static final String[] TEXTS = {
        "", "a", "\"\\/", "\n\t\u0000\u001f\u007f", "물", "\u2028", "😀", "\ud83d", "long ".repeat(300)
    };

    private final Random random;

    RandomData(Random random) {
        this.random = random;
    }

    /** Values of a few schemas, in any order. */
    List<SchemaAndValue> values(int count) {
        List<Schema> schemas = Stream.generate(() -> schema(0)).limit(3).toList();
        return Stream.generate(() -> schemas.get(random.nextInt(schemas.size())))
                .map(schema -> new SchemaAndValue(schema, random.nextInt(20) == 0 ? "of another type" : value(schema)))
                .limit(count)
                .toList();
    }

    private Schema schema(int depth) {
        SchemaBuilder builder = builder(depth);
        if (random.nextBoolean()) {
            builder.optional();
        }
        if (builder.type().isPrimitive() && random.nextInt(4) == 0) {
            Object substitute = value(builder.build());
            return substitute == null
                    ? builder.build()
                    : builder.defaultValue(substitute).build();
        }
        return builder.build();
    }

    private SchemaBuilder builder(int depth) {
        return switch (random.nextInt(depth < 3 ? 16 : 12)) {
            case 0 -> SchemaBuilder.int8();
            case 1 -> SchemaBuilder.int16();
            case 2 -> SchemaBuilder.int32();
            case 3 ->
                SchemaBuilder.int64()
                        .name("a.name")
                        .version(2)
                        .doc("for readers")
                        .parameter("key", "value");
            case 4 -> SchemaBuilder.float32();
            case 5 -> SchemaBuilder.float64();
            case 6 -> SchemaBuilder.bool();
            case 7 -> SchemaBuilder.bytes();
            case 8 -> Decimal.builder(random.nextInt(10));
            case 9 -> Date.builder();
            case 10 -> random.nextBoolean() ? Time.builder() : Timestamp.builder();
            case 11 -> SchemaBuilder.string();
            case 12 -> SchemaBuilder.array(schema(depth + 1));
            case 13 ->
                random.nextInt(5) > 0
                        ? struct(depth)
                        : SchemaBuilder.map(SchemaBuilder.string().build(), schema(depth + 1));
            default -> struct(depth);
        };
    }

    private SchemaBuilder struct(int depth) {
        SchemaBuilder struct = SchemaBuilder.struct().name("of depth " + depth);
        for (int i = random.nextInt(6); i > 0; i--) {
            struct.field("field \"" + i + "\"물", schema(depth + 1));
        }
        return struct;
    }

    private Object value(Schema schema) {
        if (random.nextInt(schema.isOptional() ? 3 : 200) == 0) {
            return null;
        }
        Object logical = schema.name() == null ? null : logical(schema);
        return logical != null ? logical : plain(schema);
    }

    private Object logical(Schema schema) {
        return switch (schema.name()) {
            case Decimal.LOGICAL_NAME -> new BigDecimal(new BigInteger(random.nextInt(80), random), scale(schema));
            case Date.LOGICAL_NAME -> new java.util.Date(DAY * random.nextInt(-100_000, 100_000));
            case Time.LOGICAL_NAME -> new java.util.Date(random.nextLong(DAY));
            case Timestamp.LOGICAL_NAME -> new java.util.Date(random.nextInt());
            default -> null;
        };
    }

    /** Seldom a scale that the schema does not have. */
    private int scale(Schema schema) {
        int scale = Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD));
        return random.nextInt(50) == 0 && !schema.isOptional() ? scale + 1 : scale;
    }

    private Object plain(Schema schema) {
        return switch (schema.type()) {
            case INT8 -> (byte) random.nextInt();
            case INT16 -> (short) random.nextInt();
            case INT32 -> random.nextInt();
            case INT64 -> random.nextLong();
            case FLOAT32 -> random.nextInt(20) == 0 ? Float.NaN : random.nextFloat();
            case FLOAT64 -> random.nextInt(20) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian() * 1e10;
            case BOOLEAN -> random.nextBoolean();
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case BYTES -> random.nextBoolean() ? bytes() : ByteBuffer.wrap(bytes());
            case ARRAY ->
                IntStream.range(0, random.nextInt(4))
                        .collect(ArrayList::new, (list, i) -> list.add(value(schema.valueSchema())), ArrayList::addAll);
            case MAP -> Collections.singletonMap("key", value(schema.valueSchema()));
            case STRUCT -> struct(schema);
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(50)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Struct struct(Schema schema) {
        Struct struct = new Struct(schema);
        schema.fields().forEach(field -> put(struct, field, value(field.schema())));
        return struct;
    }

    /** Leaves the field out if the struct refuses the value: a list with an element that must not be null, for instance. */
    private static void put(Struct struct, Field field, Object value) {
        try {
            struct.put(field, value);
        } catch (DataException refused) {
            // the field stays without a value, which a converter refuses or writes as null
        }
    }
}
