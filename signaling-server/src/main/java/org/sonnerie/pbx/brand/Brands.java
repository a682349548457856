package org.sonnerie.pbx.brand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.sonnerie.pbx.brand.Brand.Address;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What companies look like, and where they are reached. Thread safe. */
@Component
public class Brands {
    private static final String PNG = "data:image/png;base64,";
    private static final String ALL =
            "select c.id, c.name, b.host, b.path_name, b.logo from company c left join"
                    + " company_brand b on b.company_id = c.id where ";
    private static final String ROW =
            """
            merge into company_brand t using (values (cast(? as varchar(64)))) as s (company_id)
            on t.company_id = s.company_id
            when not matched then insert (company_id) values (s.company_id)\
            """;

    private final Tables tables;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    Brands(Tables tables, DurableChange changes, ApplicationEventPublisher events) {
        this.tables = tables;
        this.changes = changes;
        this.events = events;
    }

    /**
     * What a company looks like.
     *
     * @param company which
     * @return empty: there is no such company
     */
    public Optional<Brand> of(CompanyId company) {
        return tables.of(company)
                .sql(ALL + "c.id = ?")
                .param(company.text())
                .query(Brands::read)
                .optional();
    }

    /**
     * Whose host it is.
     *
     * @param host in lower case
     * @return empty: no company's
     */
    public Optional<Brand> atHost(String host) {
        return found("b.host = ?", host);
    }

    /**
     * Whose name behind {@code /at/} it is.
     *
     * @param path the name
     * @return empty: no company's
     */
    public Optional<Brand> atPath(String path) {
        return found("b.path_name = ?", path);
    }

    private Optional<Brand> found(String which, String text) {
        return tables.across(ProviderWork.LOG_IN)
                .sql(ALL + which)
                .param(text)
                .query(Brands::read)
                .optional();
    }

    private static Brand read(ResultSet row, int number) throws SQLException {
        return new Brand(
                new CompanyId(row.getString("id")),
                row.getString("name"),
                new Address(
                        Optional.ofNullable(row.getString("host")),
                        Optional.ofNullable(row.getString("path_name"))),
                Optional.ofNullable(row.getString("logo")).map(PNG::concat));
    }

    /**
     * Gives a company addresses; durable and in force on return.
     *
     * @param company which
     * @param address good by {@link AddressRules}
     * @throws AddressTakenException if another company has one of them
     */
    public void reach(CompanyId company, Address address) {
        Address before = of(company).map(Brand::address).orElse(Address.NONE);
        if (before.equals(address)) {
            return;
        }
        try {
            changes.make(
                    company,
                    () -> {
                        row(company);
                        tables.of(company)
                                .sql(
                                        "update company_brand set host = cast(? as varchar(253)),"
                                                + " path_name = cast(? as varchar(40)) where"
                                                + " company_id = ?")
                                .param(address.host().orElse(null))
                                .param(address.path().orElse(null))
                                .param(company.text())
                                .update();
                        events.publishEvent(new AddressChanged(company, before, address));
                    });
        } catch (DuplicateKeyException _) {
            throw new AddressTakenException();
        }
    }

    /**
     * A company's logo as a file.
     *
     * @param company which
     * @return a PNG image; empty: it has none
     */
    public Optional<byte[]> logo(CompanyId company) {
        return of(company)
                .flatMap(Brand::logo)
                .map(url -> Base64.getDecoder().decode(url.substring(PNG.length())));
    }

    /**
     * Gives a company a logo; durable on return.
     *
     * @param company which
     * @param logo from {@link LogoImage}; empty: none any more
     */
    public void show(CompanyId company, Optional<LogoImage> logo) {
        changes.make(
                company,
                () -> {
                    row(company);
                    tables.of(company)
                            .sql(
                                    "update company_brand set logo = cast(? as text) where"
                                            + " company_id = ?")
                            .param(
                                    logo.map(one -> Base64.getEncoder().encodeToString(one.png()))
                                            .orElse(null))
                            .param(company.text())
                            .update();
                    events.publishEvent(new LogoChanged(company, logo.isPresent()));
                });
    }

    private void row(CompanyId company) {
        tables.of(company).sql(ROW).param(company.text()).update();
    }
}
