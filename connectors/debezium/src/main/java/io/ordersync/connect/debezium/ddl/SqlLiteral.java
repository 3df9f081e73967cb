package io.ordersync.connect.debezium.ddl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;

/** A constant in a statement: a text, bytes ({@code x'00ff'}, {@code b'101'}), or a number. */
sealed interface SqlLiteral {

    /** @param bytes the text in the character set in which it is written */
    record Text(String value, byte[] bytes) implements SqlLiteral {

        Text(String value) {
            this(value, value.getBytes(UTF_8));
        }

        @Override
        public String text(Charset charset) {
            return value;
        }

        @Override
        public String number() {
            return value.trim();
        }
    }

    record Bytes(byte[] value) implements SqlLiteral {

        @Override
        public byte[] bytes() {
            return value;
        }

        @Override
        public String text(Charset charset) {
            return new String(value, charset);
        }

        @Override
        public String number() {
            return new BigInteger(1, value).toString();
        }
    }

    record Number(String value) implements SqlLiteral {

        @Override
        public byte[] bytes() {
            return value.getBytes(UTF_8);
        }

        @Override
        public String text(Charset charset) {
            return value;
        }

        @Override
        public String number() {
            return new BigDecimal(value).toPlainString();
        }
    }

    /** Its bytes in a binary column. */
    byte[] bytes();

    /** Its text in a column for texts. */
    String text(Charset charset);

    /** Its number in a column for numbers, as text. */
    String number();
}
