package org.sonnerie.pbx.spending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The provider's price list in the database. */
@Repository
class PriceRows {
    private final Tables tables;

    PriceRows(Tables tables) {
        this.tables = tables;
    }

    PriceList read() {
        JdbcClient all = tables.across(ProviderWork.START);
        SortedMap<String, Amount> prices = new TreeMap<>();
        all.sql("select prefix, per_minute from call_price")
                .query((row, _) ->
                        prices.put(row.getString("prefix"), new Amount(row.getLong("per_minute"))))
                .list();
        return all.sql("select currency, usual_price, daily_limit from price_list where id = 1")
                .query((row, _) -> list(row, prices))
                .single();
    }

    private static PriceList list(ResultSet row, SortedMap<String, Amount> prices)
            throws SQLException {
        return new PriceList(
                Currency.getInstance(row.getString("currency")),
                new Amount(row.getLong("usual_price")),
                prices,
                new Amount(row.getLong("daily_limit")));
    }

    /** Within a transaction of the provider's company. */
    void replace(CompanyId provider, PriceList list) {
        JdbcClient rows = tables.of(provider);
        rows.sql(
                        "update price_list set currency = ?, usual_price = ?, daily_limit = ? where"
                                + " id = 1")
                .params(
                        list.currency().getCurrencyCode(),
                        list.usual().micros(),
                        list.daily().micros())
                .update();
        rows.sql("delete from call_price").update();
        list.perMinute()
                .forEach((prefix, price) ->
                        rows.sql("insert into call_price (prefix, per_minute) values (?, ?)")
                                .params(prefix, price.micros())
                                .update());
    }
}
