package org.sonnerie.pbx.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.runtime.EventLog.SetAside;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import tools.jackson.databind.json.JsonMapper;

/** The logs of calls, read for what is made of them. Thread safe. */
public final class CallLogs {
    private static final JsonMapper NAMES = JsonMapper.builder().build();

    private final Tables tables;
    private final EventCodec codec;
    private final Plans plans;

    /**
     * A call in the table {@code call_log}.
     *
     * @param company whose, as it stands there
     * @param call its id, as it stands there
     * @param planVersion with which it began
     */
    record Entry(String company, String call, PlanVersion planVersion) {}

    CallLogs(Tables tables, EventCodec codec, Plans plans) {
        this.tables = tables;
        this.codec = codec;
        this.plans = plans;
    }

    /**
     * The log of a call, over or not, as far as it is in the database.
     *
     * @param company whose call it must be
     * @param call which
     * @return empty if the company has no such call, or the plan it began with is gone
     * @throws IllegalStateException if one of its events cannot be read
     */
    public Optional<LoggedCall> find(CompanyId company, CallId call) {
        return tables.of(company)
                .sql(
                        "select company_id, call_id, plan_version, personal_version from call_log"
                                + " where company_id = ? and call_id = ?")
                .params(company.text(), call.text())
                .query(CallLogs::entry)
                .optional()
                .flatMap(this::read);
    }

    /** Its log; empty: the plan it began with is gone. */
    Optional<LoggedCall> read(Entry entry) {
        CallId id = new CallId(entry.call());
        return plans.version(new CompanyId(entry.company()), entry.planVersion())
                .map(plan -> new LoggedCall(id, plan, events(entry)));
    }

    private List<CallEvent> events(Entry entry) {
        return tables
                .across(ProviderWork.CALL_LOG)
                .sql(
                        "select event_type, body from call_event where company_id = ? and call_id ="
                                + " ? order by sequence")
                .params(entry.company(), entry.call())
                .query((row, _) -> new EventCodec.Text(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .map(codec::decode)
                .toList();
    }

    /** Calls that are over and of which nothing is kept yet, those that ended first first. */
    List<Entry> unrecorded(int most) {
        return tables.across(ProviderWork.CALL_LOG)
                .sql(
                        "select company_id, call_id, plan_version, personal_version from call_log where recorded_at"
                                + " is null and ended_at is not null and set_aside is null order by"
                                + " ended_at, call_id limit ?")
                .param(most)
                .query(CallLogs::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("company_id"),
                row.getString("call_id"),
                new PlanVersion(row.getLong("plan_version"), row.getLong("personal_version")));
    }

    /** Notes that all is kept that is to be known of a call. */
    void recorded(Entry entry, Instant at) {
        tables.across(ProviderWork.CALL_LOG)
                .sql("update call_log set recorded_at = ? where call_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), entry.call())
                .update();
    }

    /** Notes that nothing can be made of a call, so that nobody tries again. */
    void setAside(Entry entry, SetAside why) {
        tables.across(ProviderWork.CALL_LOG)
                .sql("update call_log set set_aside = ? where call_id = ?")
                .params(why.name(), entry.call())
                .update();
    }

    /**
     * Forgets calls that are over, and what they sounded like.
     *
     * @param company whose they must be
     * @param calls their ids
     */
    public void forget(CompanyId company, List<String> calls) {
        for (String table : List.of("call_facts", "call_event", "call_log")) {
            tables.of(company)
                    .sql(
                            "delete from "
                                    + table
                                    + " where company_id = :company and call_id in (:calls)")
                    .param("company", company.text())
                    .param("calls", calls)
                    .update();
        }
    }

    /**
     * Puts another name for a person's where events tell him by name: as who did something, or with
     * his extension.
     *
     * @param company whose events
     * @param names which he had
     * @param extensions which he had
     * @param other how he is called from now on
     */
    public void rename(CompanyId company, Set<String> names, Set<String> extensions, String other) {
        for (String name : names) {
            replace(company, "\"by\":" + text(name), "\"by\":" + text(other));
            for (String extension : extensions) {
                replace(company, named(name, extension), named(other, ""));
            }
        }
    }

    private static String text(String text) {
        return NAMES.writeValueAsString(text);
    }

    private static String named(String name, String number) {
        return "\"name\":" + text(name) + ",\"number\":" + text(number);
    }

    private void replace(CompanyId company, String told, String other) {
        tables.of(company)
                .sql(
                        "update call_event set body = replace(body, ?, ?) where company_id = ?"
                                + " and position(? in body) > 0")
                .params(told, other, company.text(), told)
                .update();
    }
}
