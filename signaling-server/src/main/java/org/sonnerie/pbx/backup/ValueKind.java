package org.sonnerie.pbx.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a column holds, whatever a database calls it. A missing value is JSON's null. */
enum ValueKind {
    /** A string. */
    TEXT("varchar", "text", "character varying", "character large object"),
    /** A number of 64 bits. */
    LONG("int8", "bigint", "bigserial"),
    /** A number of 32 bits. */
    INTEGER("int4", "integer", "serial"),
    /** True or false. */
    BOOLEAN("bool", "boolean"),
    /** A moment, as ISO 8601 in UTC. */
    INSTANT("timestamptz", "timestamp with time zone"),
    /** A day of a calendar, as ISO 8601. */
    DAY("date"),
    /** Octets in base64. */
    OCTETS("bytea", "binary varying");

    /** Each with a comma before and after it. */
    private final String types;

    ValueKind(String... types) {
        this.types = "," + String.join(",", types) + ",";
    }

    /** By the name of a type in H2 or PostgreSQL. */
    static ValueKind of(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.types.contains("," + name + ","))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no backup knows the type " + type));
    }

    void write(JsonGenerator json, ResultSet row, int column) throws SQLException {
        switch (this) {
            case TEXT -> text(json, row.getString(column));
            case LONG, INTEGER -> number(json, row, column);
            case BOOLEAN -> truth(json, row, column);
            case INSTANT -> {
                OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
                text(json, at == null ? null : at.toInstant().toString());
            }
            case DAY -> {
                LocalDate day = row.getObject(column, LocalDate.class);
                text(json, day == null ? null : day.toString());
            }
            case OCTETS -> octets(json, row.getBytes(column));
        }
    }

    private static void text(JsonGenerator json, @Nullable String text) {
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private static void octets(JsonGenerator json, byte @Nullable [] octets) {
        if (octets == null) {
            json.writeNull();
        } else {
            json.writeBinary(octets);
        }
    }

    private static void number(JsonGenerator json, ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        if (row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private static void truth(JsonGenerator json, ResultSet row, int column) throws SQLException {
        boolean truth = row.getBoolean(column);
        if (row.wasNull()) {
            json.writeNull();
        } else {
            json.writeBoolean(truth);
        }
    }

    /** Gives a statement the value the parser is at. */
    void bind(JsonParser json, PreparedStatement into, int column) throws SQLException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            into.setNull(column, nothing());
            return;
        }
        switch (this) {
            case TEXT -> into.setString(column, json.getString());
            case LONG -> into.setLong(column, json.getLongValue());
            case INTEGER -> into.setInt(column, json.getIntValue());
            case BOOLEAN -> into.setBoolean(column, json.getBooleanValue());
            case INSTANT ->
                    into.setObject(
                            column, Instant.parse(json.getString()).atOffset(ZoneOffset.UTC));
            case DAY -> into.setObject(column, LocalDate.parse(json.getString()));
            case OCTETS -> into.setBytes(column, json.getBinaryValue());
        }
    }

    private int nothing() {
        return switch (this) {
            case TEXT -> Types.VARCHAR;
            case LONG -> Types.BIGINT;
            case INTEGER -> Types.INTEGER;
            case BOOLEAN -> Types.BOOLEAN;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case DAY -> Types.DATE;
            case OCTETS -> Types.BINARY;
        };
    }
}
