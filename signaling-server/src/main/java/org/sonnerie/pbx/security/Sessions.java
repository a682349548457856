package org.sonnerie.pbx.security;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.config.OpenSessions;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where people are signed in, and the end of it from elsewhere. Thread safe. */
@Component
public class Sessions {
    private static final int LONGEST_AGENT = 300;
    private static final String NONE = "";

    private final Tables tables;
    private final OpenSessions open;
    private final InstantSource clock;

    Sessions(Tables tables, OpenSessions open, InstantSource clock) {
        this.tables = tables;
        this.open = open;
        this.clock = clock;
    }

    /** Somebody has signed in with this request's session. */
    void begun(SignedIn who, HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        tables.of(who.company())
                .sql(
                        "insert into signed_in (session_id, company_id, person_id, handle, since,"
                                + " address, agent) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        request.getSession().getId(),
                        who.companyId(),
                        who.personId(),
                        RandomText.id(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        request.getRemoteAddr(),
                        agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)))
                .update();
    }

    @EventListener
    void onSessionOver(SessionOver over) {
        tables.across(ProviderWork.LOG_IN)
                .sql("delete from signed_in where session_id = ?")
                .param(over.sessionId())
                .update();
    }

    /**
     * Where somebody is signed in.
     *
     * @param company whose
     * @param person who
     * @param here the session that asks
     * @return that one first, then the newest
     */
    public List<OpenSession> of(CompanyId company, PersonId person, String here) {
        return tables.of(company)
                .sql(
                        "select s.session_id, s.handle, s.since, s.address, s.agent, w.access_time"
                                + " from signed_in s join web_session w"
                                + " on w.session_id = s.session_id"
                                + " where s.company_id = ? and s.person_id = ?"
                                + " order by case when s.session_id = ? then 0 else 1 end,"
                                + " s.since desc")
                .params(company.text(), person.text(), here)
                .query((row, _) -> session(row, here))
                .list();
    }

    private static OpenSession session(ResultSet row, String here) throws SQLException {
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        Instant access = Instant.ofEpochMilli(row.getLong("access_time"));
        return new OpenSession(
                row.getString("handle"),
                since,
                access.isBefore(since) ? since : access,
                row.getString("address"),
                BrowserName.of(row.getString("agent")),
                row.getString("session_id").equals(here));
    }

    /**
     * Signs somebody out elsewhere; his WebSockets there are closed.
     *
     * @param company whose
     * @param person who
     * @param handle which session
     * @return false: it is not his, or over
     */
    public boolean end(CompanyId company, PersonId person, String handle) {
        Optional<String> id =
                tables.of(company)
                        .sql(
                                "select session_id from signed_in where company_id = ? and"
                                        + " person_id = ? and handle = ?")
                        .params(company.text(), person.text(), handle)
                        .query(String.class)
                        .optional();
        id.ifPresent(this::end);
        return id.isPresent();
    }

    /**
     * Signs somebody out everywhere but here.
     *
     * @param company whose
     * @param person who
     * @param here the session that stays
     */
    public void endOthers(CompanyId company, PersonId person, String here) {
        tables.of(company)
                .sql(
                        "select session_id from signed_in where company_id = ? and person_id = ?"
                                + " and session_id <> ?")
                .params(company.text(), person.text(), here)
                .query(String.class)
                .list()
                .forEach(this::end);
    }

    /**
     * Signs everybody of a company out; its WebSockets are closed. Providers stay.
     *
     * @param company whose
     */
    public void endAll(CompanyId company) {
        tables.of(company)
                .sql(
                        "select s.session_id from signed_in s join person p on p.id = s.person_id"
                                + " where s.company_id = ? and p.role <> 'PROVIDER'")
                .param(company.text())
                .query(String.class)
                .list()
                .forEach(this::end);
    }

    /**
     * Signs somebody out everywhere.
     *
     * @param company whose
     * @param person who
     */
    public void endAll(CompanyId company, PersonId person) {
        endOthers(company, person, NONE);
    }

    private void end(String sessionId) {
        open.end(sessionId);
        // One that only the table knew told nobody.
        onSessionOver(new SessionOver(sessionId));
    }
}
