package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows of a table as lines of JSON: an array with the names of its columns, then an array of
 * values for each row. Never more than some rows are in memory.
 */
final class Rows {
    private static final int AT_ONCE = 500;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build();

    private Rows() {}

    /**
     * Writes all rows of a table.
     *
     * @return how many
     */
    static long write(Connection from, String table, OutputStream out)
            throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement select = from.prepareStatement("select * from " + table)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet rows = select.executeQuery();
                    JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                List<Column> columns = Column.of(rows.getMetaData());
                json.writeStartArray();
                columns.forEach(column -> json.writeString(column.name()));
                json.writeEndArray();
                for (; rows.next(); count++) {
                    json.writeRaw('\n');
                    json.writeStartArray();
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).kind().write(json, rows, i + 1);
                    }
                    json.writeEndArray();
                }
                json.writeRaw('\n');
            }
        }
        return count;
    }

    /**
     * Adds all rows of a part to a table.
     *
     * @return how many
     * @throws IOException if the part is not of this table
     */
    static long read(InputStream in, Connection into, String table)
            throws SQLException, IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            List<Column> columns = columns(json, known(into, table), table);
            try (PreparedStatement insert = into.prepareStatement(insert(table, columns))) {
                return insertAll(json, columns, insert);
            }
        }
    }

    private static Map<String, Column> known(Connection into, String table) throws SQLException {
        Map<String, Column> known = new HashMap<>();
        try (PreparedStatement none =
                        into.prepareStatement("select * from " + table + " where 1 = 0");
                ResultSet rows = none.executeQuery()) {
            Column.of(rows.getMetaData()).forEach(column -> known.put(column.name(), column));
        }
        return known;
    }

    private static List<Column> columns(JsonParser json, Map<String, Column> known, String table)
            throws IOException {
        List<Column> columns = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            Column column = known.get(json.getString());
            if (column == null) {
                throw new IOException(table + " has no column " + json.getString());
            }
            columns.add(column);
        }
        if (columns.size() != known.size()) {
            throw new IOException("columns of %s are missing".formatted(table));
        }
        return columns;
    }

    private static String insert(String table, List<Column> columns) {
        return columns.stream()
                .map(Column::name)
                .collect(
                        Collectors.joining(
                                ", ",
                                "insert into " + table + " (",
                                ") overriding system value values ("
                                        + String.join(
                                                ", ", Collections.nCopies(columns.size(), "?"))
                                        + ")"));
    }

    private static long insertAll(JsonParser json, List<Column> columns, PreparedStatement insert)
            throws SQLException {
        long count = 0;
        while (json.nextToken() == JsonToken.START_ARRAY) {
            for (int i = 0; i < columns.size(); i++) {
                json.nextToken();
                columns.get(i).kind().bind(json, insert, i + 1);
            }
            json.nextToken();
            insert.addBatch();
            if (++count % AT_ONCE == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        return count;
    }
}
