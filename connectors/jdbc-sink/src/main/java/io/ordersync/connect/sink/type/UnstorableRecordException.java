package io.ordersync.connect.sink.type;

import io.ordersync.connect.database.TableName;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** The record cannot become a row of its table, even if the database works. */
public final class UnstorableRecordException extends DataException {

    private static final int LONGEST_QUOTE = 100;

    private UnstorableRecordException(String message) {
        super(ErrorText.shorten(message));
    }

    private UnstorableRecordException(String message, Throwable cause) {
        super(ErrorText.shorten(message), ErrorText.ifShort(cause));
    }

    /** @param cause why the value of the column cannot be read from the record or converted */
    public static UnstorableRecordException inColumn(String column, RuntimeException cause) {
        return new UnstorableRecordException("column " + column + ": " + reason(cause), cause);
    }

    /** @param cause an error of any kind that the record has caused */
    public static UnstorableRecordException causedBy(RuntimeException cause) {
        return cause instanceof UnstorableRecordException known
                ? known
                : new UnstorableRecordException(reason(cause), cause);
    }

    public static UnstorableRecordException sameColumn(String column, List<String> fields) {
        return new UnstorableRecordException(
                "the fields " + String.join(" and ", fields) + " belong to the same column " + column);
    }

    public static UnstorableRecordException refusedTable(String statement, SQLException cause) {
        return new UnstorableRecordException(
                "the database refuses the table that the record needs: " + cause.getMessage() + " [error "
                        + cause.getErrorCode() + ", state " + cause.getSQLState() + "]. The statement was: "
                        + statement,
                cause);
    }

    private static String reason(RuntimeException cause) {
        return cause instanceof DataException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }

    public static UnstorableRecordException nullKey() {
        return new UnstorableRecordException("the record has no key");
    }

    public static UnstorableRecordException nullKeyField(String column) {
        return new UnstorableRecordException("column " + column + " belongs to the primary key but is null");
    }

    public static UnstorableRecordException keyAndValueDiffer(String field) {
        return new UnstorableRecordException("field " + field + " has different values in the key and in the value");
    }

    public static UnstorableRecordException nullVersion(String column) {
        return new UnstorableRecordException("column " + column + " holds the version but is null");
    }

    public static UnstorableRecordException tombstone() {
        return new UnstorableRecordException("the value is null (a tombstone), but delete.enabled is false");
    }

    public static UnstorableRecordException notAStruct(String part, @Nullable Schema schema) {
        return new UnstorableRecordException("the " + part + " must be a struct with a schema, but "
                + (schema == null ? "there is no schema" : "it is " + schema.type()));
    }

    public static UnstorableRecordException noKeySchema() {
        return new UnstorableRecordException("the key has no schema");
    }

    public static UnstorableRecordException plainKeyNeedsOneField(int fields) {
        return new UnstorableRecordException(
                "a key that is not a struct fills one column, but pk.fields names " + fields);
    }

    public static UnstorableRecordException missingField(String field, String part) {
        return new UnstorableRecordException("field " + field + " is not in the " + part + "'s schema");
    }

    public static UnstorableRecordException unsupported(FieldSource source) {
        Schema schema = source.schema();
        return new UnstorableRecordException("field " + source.field() + ": a column cannot hold "
                + (schema.name() == null ? schema.type() : schema.type() + " " + schema.name()));
    }

    public static UnstorableRecordException noColumn(FieldSource source, TableName table, String addColumn) {
        return new UnstorableRecordException(
                "field " + source.field() + " has no column in table " + table + ". Add the column with: " + addColumn);
    }

    public static UnstorableRecordException noColumnName(String field) {
        return new UnstorableRecordException("field " + field + " cannot be the name of a column");
    }

    static UnstorableRecordException notFinite(Object value) {
        return new UnstorableRecordException("MariaDB cannot store " + value);
    }

    public static UnstorableRecordException tooLarge(long size, long limit) {
        return new UnstorableRecordException(
                "the row takes " + size + " bytes, but max_allowed_packet leaves room for " + limit);
    }

    static UnstorableRecordException yearOutOfRange(int year) {
        return new UnstorableRecordException("year " + year + " is outside 0 to 9999");
    }

    static UnstorableRecordException timeOutOfRange(String amount) {
        return new UnstorableRecordException(
                "the time " + amount + " is outside -838:59:59.999999 to 838:59:59.999999");
    }

    static UnstorableRecordException notATime(String text) {
        return new UnstorableRecordException(
                "'" + shortened(text) + "' is not a time with a zone, such as 2026-03-29T02:30:00Z");
    }

    /** @param kind what the column can hold */
    static UnstorableRecordException inexact(String kind, String value) {
        return new UnstorableRecordException("a " + kind + " cannot hold " + shortened(value) + " exactly");
    }

    static UnstorableRecordException notUtf8() {
        return new UnstorableRecordException("the key contains U+FFFD, which stands for bytes that are not UTF-8");
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
    }

    static UnstorableRecordException halfSurrogatePair(int index) {
        return new UnstorableRecordException("the text contains half a surrogate pair at index " + index);
    }

    static UnstorableRecordException tooManyDigits() {
        return new UnstorableRecordException("the decimal has more than 1000 digits");
    }

    static UnstorableRecordException bits(@Nullable String length) {
        return new UnstorableRecordException("MariaDB has no column for bits of length " + length);
    }
}
