package org.sonnerie.pbx.backup;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table.
 *
 * @param name in small letters
 * @param kind what it holds
 */
record Column(String name, ValueKind kind) {
    static List<Column> of(ResultSetMetaData rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getColumnCount(); i++) {
            columns.add(
                    new Column(
                            rows.getColumnName(i).toLowerCase(Locale.ROOT),
                            ValueKind.of(rows.getColumnTypeName(i))));
        }
        return columns;
    }
}
