package org.sonnerie.pbx.sealing;

import java.util.List;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed texts of all companies. What stands in a {@link SealedColumn} is our own. */
@Repository
class SealedRows {
    private final Tables tables;

    SealedRows(Tables tables) {
        this.tables = tables;
    }

    /**
     * A sealed text and where it stands.
     *
     * @param first what its first column holds
     * @param second what its second column holds
     * @param text the text
     */
    record Row(String first, String second, String text) {
        /** Before all others. */
        static final Row NONE = new Row("", "", "");
    }

    private JdbcClient all() {
        return tables.across(ProviderWork.SEALING);
    }

    /** Those that another than the newest key sealed, in their order. */
    List<Row> older(SealedColumn column, Row after, int most) {
        return all().sql(
                        "select %2$s, %3$s, %4$s from %1$s where %4$s not like ?"
                                        .formatted(names(column))
                                + " and (%2$s > ? or (%2$s = ? and %3$s > ?))"
                                        .formatted(names(column))
                                + " order by %2$s, %3$s fetch first ? rows only"
                                        .formatted(names(column)))
                .params(
                        column.seal().newest() + "%",
                        after.first(),
                        after.first(),
                        after.second(),
                        most)
                .query((found, _) ->
                        new Row(found.getString(1), found.getString(2), found.getString(3)))
                .list();
    }

    private static Object[] names(SealedColumn column) {
        return new Object[] {column.table(), column.first(), column.second(), column.column()};
    }

    /** Unless it has become another meanwhile, which the newest key has sealed. */
    void replace(SealedColumn column, Row row, String text) {
        all().sql(
                        "update %1$s set %4$s = ? where %2$s = ? and %3$s = ? and %4$s = ?"
                                .formatted(names(column)))
                .params(text, row.first(), row.second(), row.text())
                .update();
    }

    long count(SealedColumn column) {
        return all().sql("select count(%4$s) from %1$s".formatted(names(column)))
                .query(Long.class)
                .single();
    }

    long countOlder(SealedColumn column) {
        return all().sql("select count(*) from %1$s where %4$s not like ?".formatted(names(column)))
                .params(column.seal().newest() + "%")
                .query(Long.class)
                .single();
    }
}
