package org.sonnerie.pbx.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.readiness.ReadinessResult.Sound;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** The last result of each person, in the database. */
@Repository
class ReadinessRows {
    private static final String MERGE =
            """
            merge into readiness_check t using (values (cast(:company as varchar(64)),
                cast(:person as varchar(64)))) as s (company_id, person_id)
            on t.company_id = s.company_id and t.person_id = s.person_id
            when matched then update set checked_at = :at, rating = :rating, problem = :problem,
                lost_permille = :lost, round_trip_millis = :millis, by_tcp = :tcp
            when not matched then insert (company_id, person_id, checked_at, rating, problem,
                lost_permille, round_trip_millis, by_tcp)
                values (:company, :person, :at, :rating, :problem, :lost, :millis, :tcp)\
            """;
    private static final String SELECT =
            "select person_id, checked_at, rating, problem, lost_permille, round_trip_millis,"
                    + " by_tcp from readiness_check where company_id = ?";

    private final Tables tables;

    ReadinessRows(Tables tables) {
        this.tables = tables;
    }

    /** The last result of everybody who ever had his phone checked. */
    Map<PersonId, ReadinessResult> last(CompanyId company) {
        Map<PersonId, ReadinessResult> all = new LinkedHashMap<>();
        tables.of(company)
                .sql(SELECT + " order by person_id")
                .param(company.text())
                .query((ResultSet row) -> {
                    all.put(new PersonId(row.getString("person_id")), read(row));
                });
        return all;
    }

    @EventListener
    void forget(PersonRemoved event) {
        Account account = event.account();
        tables.of(account.company())
                .sql("delete from readiness_check where company_id = ? and person_id = ?")
                .params(account.company().text(), account.id().text())
                .update();
    }

    /** The last result of one. */
    Optional<ReadinessResult> last(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql(SELECT + " and person_id = ?")
                .params(company.text(), person.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Takes the place of the person's last one. */
    void keep(CompanyId company, PersonId person, ReadinessResult result) {
        Optional<Sound> sound = result.sound();
        tables.of(company)
                .sql(MERGE)
                .param("company", company.text())
                .param("person", person.text())
                .param("at", result.at().atOffset(ZoneOffset.UTC))
                .param("rating", Keyword.of(result.rating()))
                .param("problem", result.problem().map(Keyword::of).orElse(null))
                .param("lost", sound.map(Sound::lostPermille).orElse(null))
                .param("millis", sound.map(Sound::roundTripMillis).orElse(null))
                .param("tcp", sound.map(Sound::tcp).orElse(null))
                .update();
    }

    private static ReadinessResult read(ResultSet row) throws SQLException {
        int lost = row.getInt("lost_permille");
        Optional<Sound> sound =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(
                                new Sound(
                                        lost,
                                        row.getInt("round_trip_millis"),
                                        row.getBoolean("by_tcp")));
        return new ReadinessResult(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                Keyword.read(ReadinessRating.class, row.getString("rating")).orElseThrow(),
                Optional.ofNullable(row.getString("problem"))
                        .flatMap(word -> Keyword.read(ReadinessProblem.class, word)),
                sound);
    }
}
