package org.sonnerie.pbx.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.privacy.Leaver;
import org.sonnerie.pbx.privacy.PersonTraces;
import org.sonnerie.pbx.runtime.CallLogs;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/**
 * People who have left, in records and stories of calls. Stories are told by the plan of that time,
 * in which the name is another then; one that would not go the same way with it is forgotten rather
 * than told wrongly. Thread safe.
 */
@Repository
class LeaverRecords implements PersonTraces {
    private static final Logger LOG = LoggerFactory.getLogger(LeaverRecords.class);
    private static final int BATCH = 200;

    /** Of the table before it. */
    private static final String CONCERNS =
            " and exists (select 1 from call_record_person p where p.company_id = :company"
                    + " and p.person_id = :person and p.call_id = %s.call_id)";

    private static final String IN_RECORD = CONCERNS.formatted("call_record");

    private static final List<String> RENAMED =
            List.of(
                    "update call_record set caller_name = :pseudonym, caller_number = ''"
                            + " where company_id = :company and caller_person = :person",
                    "update call_record_leg set shown_name = :pseudonym, shown_number = ''"
                            + " where company_id = :company and person_id = :person",
                    "update call_record set dialled = '' where company_id = :company"
                            + " and dialled in (:extensions)"
                            + IN_RECORD,
                    "update call_record set led_to_number = '' where company_id = :company"
                            + " and led_to_kind in ('mailbox-of', 'pickup')"
                            + " and led_to_number in (:extensions)"
                            + IN_RECORD,
                    "delete from call_record_number where company_id = :company"
                            + " and dialable in (:extensions)"
                            + CONCERNS.formatted("call_record_number")
                            + " and not exists (select 1 from call_record r where r.company_id ="
                            + " :company and r.call_id = call_record_number.call_id"
                            + " and call_record_number.dialable in (r.caller_number, r.dialled,"
                            + " r.led_to_number)) and not exists (select 1 from call_record_leg l"
                            + " where l.company_id = :company and l.call_id ="
                            + " call_record_number.call_id and l.shown_number ="
                            + " call_record_number.dialable)",
                    "update call_number t set calls = (select count(*) from call_record_number n"
                            + " where n.company_id = :company and n.dialable = t.dialable)"
                            + " where t.company_id = :company and t.dialable in (:extensions)",
                    "delete from call_number where company_id = :company and calls <= 0"
                            + " and dialable in (:extensions)");

    private static final String LED_TO =
            "update call_record set led_to_name = :pseudonym, led_to_number = ''"
                    + " where company_id = :company and led_to_kind in ('person', 'mailbox')"
                    + " and led_to_name in (:names)";

    private static final String CONCERNED =
            "select call_id from call_record_person where company_id = :company"
                    + " and person_id = :person";

    /** Those in which somebody could have typed his name. */
    private static final String TYPED =
            "select distinct call_id from call_event where company_id = :company"
                    + " and event_type = 'DigitPressed'";

    private final Tables tables;
    private final CallLogs logs;

    LeaverRecords(Tables tables, CallLogs logs) {
        this.tables = tables;
        this.logs = logs;
    }

    @Override
    public Runnable renaming(CompanyId company, Leaver leaver, String pseudonym) {
        List<String> untold = untold(company, leaver, pseudonym);
        return () -> {
            for (int at = 0; at < untold.size(); at += BATCH) {
                logs.forget(company, untold.subList(at, Math.min(at + BATCH, untold.size())));
            }
            logs.rename(company, leaver.names(), leaver.extensions(), pseudonym);
            // First: the number that was dialled is told by where it led.
            run(leaver.alone() ? LED_TO : LED_TO + IN_RECORD, company, leaver, pseudonym);
            RENAMED.forEach(sql -> run(sql, company, leaver, pseudonym));
        };
    }

    private void run(String sql, CompanyId company, Leaver leaver, String pseudonym) {
        tables.of(company)
                .sql(sql)
                .param("company", company.text())
                .param("person", leaver.person().text())
                .param("pseudonym", pseudonym)
                .param("names", leaver.names())
                .param("extensions", leaver.extensions())
                .update();
    }

    /** The calls whose stories would be others with the other name. */
    private List<String> untold(CompanyId company, Leaver leaver, String pseudonym) {
        Set<String> calls = new TreeSet<>(calls(CONCERNED, company, leaver));
        if (leaver.byName()) {
            calls.addAll(calls(TYPED, company, leaver));
        }
        List<String> untold = new ArrayList<>();
        for (String call : calls) {
            if (isToldOtherwise(company, new CallId(call), leaver, pseudonym)) {
                untold.add(call);
            }
        }
        return untold;
    }

    private List<String> calls(String sql, CompanyId company, Leaver leaver) {
        return tables.of(company)
                .sql(sql)
                .param("company", company.text())
                .param("person", leaver.person().text())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private boolean isToldOtherwise(
            CompanyId company, CallId call, Leaver leaver, String pseudonym) {
        try {
            return logs.find(company, call)
                    .filter(logged ->
                            !reasons(logged).equals(reasons(renamed(logged, leaver, pseudonym))))
                    .isPresent();
        } catch (IllegalStateException unreadable) {
            LOG.warn("call={} cannot be told, by whatever name: {}", call, unreadable.getMessage());
            return false;
        }
    }

    private static List<List<Reason>> reasons(LoggedCall call) {
        return Retelling.of(call).stream().map(Retelling.Step::reasons).toList();
    }

    private static LoggedCall renamed(LoggedCall call, Leaver leaver, String pseudonym) {
        CompanyPlan plan = call.plan();
        List<Person> people =
                plan.people().stream()
                        .map(one -> one.id().equals(leaver.person()) ? one.called(pseudonym) : one)
                        .toList();
        return new LoggedCall(call.id(), plan.with(people, plan.groups()), call.events());
    }
}
