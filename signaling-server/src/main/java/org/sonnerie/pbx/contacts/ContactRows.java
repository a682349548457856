package org.sonnerie.pbx.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Address books in the database. Every change is durable on return. */
@Repository
class ContactRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tables tables;
    private final Durability durability;

    ContactRows(Tables tables, Durability durability) {
        this.tables = tables;
        this.durability = durability;
    }

    /** Those of a person that are not deleted, by id. */
    List<Contact> all(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql(
                        "select id, name, employer, note, numbers from contact where company_id = ?"
                                + " and person_id = ? and deleted_at is null order by id")
                .params(company.text(), person.text())
                .query((row, _) -> contact(row))
                .list();
    }

    @EventListener
    void forget(PersonRemoved event) {
        Account account = event.account();
        tables.of(account.company())
                .sql("delete from contact where company_id = ? and person_id = ?")
                .params(account.company().text(), account.id().text())
                .update();
    }

    /** How many of a person there are, with those that can be taken back. */
    int count(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql("select count(*) from contact where company_id = ? and person_id = ?")
                .params(company.text(), person.text())
                .query(Integer.class)
                .single();
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("id"),
                row.getString("name"),
                row.getString("employer"),
                row.getString("note"),
                List.of(JSON.readValue(row.getString("numbers"), Contact.PhoneNumber[].class)));
    }

    void add(CompanyId company, PersonId person, Contact contact) {
        tables.of(company)
                .sql(
                        "insert into contact (company_id, person_id, id, name, employer, note,"
                                + " numbers) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        company.text(),
                        person.text(),
                        contact.id(),
                        contact.name(),
                        contact.company(),
                        contact.note(),
                        JSON.writeValueAsString(contact.numbers()))
                .update();
        durability.force();
    }

    /**
     * Puts a contact in the place of the one of its id.
     *
     * @return false: this person has none of that id
     */
    boolean change(CompanyId company, PersonId person, Contact contact) {
        int changed =
                tables.of(company)
                        .sql(
                                "update contact set name = ?, employer = ?, note = ?, numbers = ?"
                                        + " where company_id = ? and person_id = ? and id = ? and"
                                        + " deleted_at is null")
                        .params(
                                contact.name(),
                                contact.company(),
                                contact.note(),
                                JSON.writeValueAsString(contact.numbers()),
                                company.text(),
                                person.text(),
                                contact.id())
                        .update();
        durability.force();
        return changed > 0;
    }

    /**
     * Deletes a contact so that it can be taken back.
     *
     * @return false: this person has none of that id
     */
    boolean delete(CompanyId company, PersonId person, String id, Instant now) {
        int changed =
                tables.of(company)
                        .sql(
                                "update contact set deleted_at = ? where company_id = ? and"
                                        + " person_id = ? and id = ? and deleted_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), company.text(), person.text(), id)
                        .update();
        durability.force();
        return changed > 0;
    }

    /**
     * Takes a deletion back.
     *
     * @return false: this person has none of that id
     */
    boolean restore(CompanyId company, PersonId person, String id) {
        int changed =
                tables.of(company)
                        .sql(
                                "update contact set deleted_at = null where company_id = ? and"
                                        + " person_id = ? and id = ?")
                        .params(company.text(), person.text(), id)
                        .update();
        durability.force();
        return changed > 0;
    }

    /** Forgets what this person deleted before a moment. */
    void forget(CompanyId company, PersonId person, Instant before) {
        tables.of(company)
                .sql(
                        "delete from contact where company_id = ? and person_id = ? and deleted_at"
                                + " < ?")
                .params(company.text(), person.text(), before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
