package org.sonnerie.pbx.admin;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a report, as the page shows it and the file holds it.
 *
 * @param id names it in addresses and messages
 * @param columns the words of its head
 * @param rows one cell for each column, the first says whose row it is
 */
record ReportTable(String id, List<String> columns, List<Row> rows) {
    /**
     * A line.
     *
     * @param head whose
     * @param cells the others
     */
    record Row(String head, List<Cell> cells) {
        List<String> texts() {
            List<String> texts = new ArrayList<>();
            texts.add(head);
            cells.forEach(cell -> texts.add(cell.text()));
            return texts;
        }
    }

    /** A figure, with the word of its column. */
    record Cell(String label, String text) {}

    static ReportTable of(String id, List<String> columns, List<List<String>> texts) {
        List<Row> rows = new ArrayList<>();
        for (List<String> line : texts) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 1; i < columns.size(); i++) {
                cells.add(new Cell(columns.get(i), line.get(i)));
            }
            rows.add(new Row(line.getFirst(), cells));
        }
        return new ReportTable(id, columns, rows);
    }
}
