package io.ordersync.connect.sink;

import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** The record cannot become a row of its table, whatever the state of the database. */
final class UnsuitedRecordException extends DataException {

    private UnsuitedRecordException(String message) {
        super(message);
    }

    static UnsuitedRecordException nullKey() {
        return new UnsuitedRecordException("the record has no key");
    }

    static UnsuitedRecordException nullKeyField(String column) {
        return new UnsuitedRecordException("column " + column + ": a part of the primary key is null");
    }

    static UnsuitedRecordException keyAndValueDiffer(String field) {
        return new UnsuitedRecordException("field " + field + " is one thing in the key and another in the value");
    }

    static UnsuitedRecordException nullVersion(String column) {
        return new UnsuitedRecordException("column " + column + ": the version is null");
    }

    static UnsuitedRecordException tombstone() {
        return new UnsuitedRecordException("the value is null (a tombstone) and delete.enabled is false");
    }

    static UnsuitedRecordException noStruct(String part, @Nullable Schema schema) {
        return new UnsuitedRecordException("the " + part + " must be a struct with a schema, but "
                + (schema == null ? "there is no schema" : "it is " + schema.type()));
    }

    static UnsuitedRecordException noKeySchema() {
        return new UnsuitedRecordException("the key has no schema");
    }

    static UnsuitedRecordException plainKeyNeedsOneField(int fields) {
        return new UnsuitedRecordException("a plain key fills exactly one column, but pk.fields names " + fields);
    }

    static UnsuitedRecordException missingField(String field, String part) {
        return new UnsuitedRecordException("field " + field + " is not in the " + part + "'s schema");
    }

    static UnsuitedRecordException unsupported(FieldSource source) {
        Schema schema = source.schema();
        return new UnsuitedRecordException("field " + source.field() + ": a column cannot hold "
                + (schema.name() == null ? schema.type() : schema.type() + " " + schema.name()));
    }

    static UnsuitedRecordException noColumn(FieldSource source, TableName table) {
        return new UnsuitedRecordException("field " + source.field() + " has no column in table " + table
                + "; somebody would have to run: " + Ddl.add(table, List.of(source)));
    }

    static UnsuitedRecordException noColumnName(String field) {
        return new UnsuitedRecordException("field " + field + " cannot be the name of a column");
    }

    static UnsuitedRecordException notFinite(Object value) {
        return new UnsuitedRecordException("MariaDB has no " + value);
    }

    static UnsuitedRecordException tooLarge(long size, long limit) {
        return new UnsuitedRecordException(
                "the row takes " + size + " bytes, but max_allowed_packet leaves room for " + limit);
    }

    static UnsuitedRecordException yearOutOfRange(int year) {
        return new UnsuitedRecordException("year " + year + " is outside 0 to 9999");
    }
}
