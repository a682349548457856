package org.sonnerie.pbx.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.KeptCall;
import org.sonnerie.pbx.history.Part;
import org.sonnerie.pbx.history.QueueVisit;
import org.sonnerie.pbx.history.QueueVisit.End;
import org.sonnerie.pbx.history.Sounded;
import org.sonnerie.pbx.history.TrunkUse;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** Adds calls to the tables {@code report_…}: all of a call to the day on which it began. */
@Repository
class ReportCounts {
    /** For {@code queue_id}: callers from outside, whatever they were led to. */
    static final String NO_QUEUE = "";

    /** For {@code outcome}: a leg that was connected and ended in no failure. */
    static final String CONNECTED = "CONNECTED";

    /** For {@code outcome}, before the reason: it was connected first. */
    static final String BROKEN = "BROKEN_";

    private static final String CALLS = "calls";
    private static final String TALK = "talk_millis";

    private static final String MERGE_DUE =
            """
            merge into report_sound_due t using (values (cast(:call as varchar(64)),
                cast(:leg as varchar(64)))) as s (call_id, leg_id)
            on t.call_id = s.call_id and t.leg_id = s.leg_id
            when not matched then insert (call_id, leg_id, company_id, trunk_id, on_day, ended_at)
                values (:call, :leg, :company, :trunk, :day, :ended)\
            """;

    private final Tables tables;

    ReportCounts(Tables tables) {
        this.tables = tables;
    }

    /**
     * A leg whose sound is not counted yet.
     *
     * @param day under which it is
     */
    record DueSound(CallId call, LegId leg, TrunkId trunk, LocalDate day) {}

    void count(KeptCall call) {
        CallRecord record = call.record();
        ZonedDateTime began = record.time().began().atZone(call.zone());
        Optional<Fate> fate = Fate.of(record);
        fate.ifPresent(of -> countDay(record, of, began.toLocalDate()));
        for (Grain grain : Grain.values()) {
            Keys keys = new Keys(record.company(), grain, began.toLocalDate());
            fate.ifPresent(of -> countClock(keys, record, of, began.getHour()));
            fate.ifPresent(of -> countCallers(keys, call, of));
            call.queues().forEach(visit -> countVisit(keys, visit));
            call.trunks().forEach(use -> countTrunk(keys, use));
        }
        call.trunks().stream()
                .filter(use -> use.talked().isPresent())
                .forEach(use -> addDue(record, use, began.toLocalDate()));
    }

    /** Where something is added. */
    record Keys(CompanyId company, Grain grain, LocalDate day) {
        Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            values.put("company_id", company.text());
            values.put("grain", grain.text());
            values.put("on_day", grain.under(day));
            return values;
        }
    }

    private void add(CompanyId company, RollUp to, Map<String, Object> values) {
        to.add(tables.of(company).sql(to.statement()), values);
    }

    private void countDay(CallRecord call, Fate fate, LocalDate day) {
        Map<String, Object> values = traffic(call, fate);
        values.put("company_id", call.company().text());
        values.put("on_day", day);
        add(call.company(), RollUp.DAYS, values);
    }

    private void countClock(Keys keys, CallRecord call, Fate fate, int hour) {
        Map<String, Object> values = traffic(call, fate);
        values.putAll(keys.values());
        values.put("on_hour", hour);
        add(call.company(), RollUp.CLOCK, values);
    }

    private static Map<String, Object> traffic(CallRecord call, Fate fate) {
        Map<String, Object> values = new HashMap<>();
        values.put("direction", call.direction().name());
        values.put("answered", fate == Fate.ANSWERED ? 1 : 0);
        values.put("missed", fate == Fate.MISSED ? 1 : 0);
        values.put("to_voicemail", fate == Fate.TO_VOICEMAIL ? 1 : 0);
        values.put(TALK, call.outcome().talked().toMillis());
        return values;
    }

    private void countCallers(Keys keys, KeptCall call, Fate fate) {
        countWait(keys, call.record(), fate);
        boolean answered = fate == Fate.ANSWERED;
        call.people().forEach((who, part) -> countPerson(keys, who, part, answered));
    }

    private void countWait(Keys keys, CallRecord call, Fate fate) {
        if (call.direction() != CallRecord.Direction.IN) {
            return;
        }
        End end =
                switch (fate) {
                    case ANSWERED -> End.ANSWERED;
                    case MISSED -> End.ABANDONED;
                    case TO_VOICEMAIL -> End.LED_ON;
                };
        Instant until = call.outcome().answered().orElse(call.time().ended());
        Duration waited = Duration.between(call.time().began(), until);
        long talked = call.outcome().talked().toMillis();
        addWait(keys, NO_QUEUE, new QueueWait(end, waited, talked));
    }

    private record QueueWait(End end, Duration waited, long talkMillis) {
        /** So that 20.4 s are not within 20 s, and 4.9 s are before 5 s. */
        long seconds() {
            return end == End.ANSWERED
                    ? Math.ceilDiv(waited.toMillis(), 1_000L)
                    : waited.toSeconds();
        }
    }

    private void countVisit(Keys keys, QueueVisit visit) {
        addWait(
                keys,
                visit.queue().text(),
                new QueueWait(visit.end(), visit.waited(), visit.talked().toMillis()));
    }

    private void addWait(Keys keys, String queue, QueueWait wait) {
        Map<String, Object> values = keys.values();
        values.put("queue_id", queue);
        values.put("outcome", wait.end().name());
        values.put("waited_seconds", Math.toIntExact(wait.seconds()));
        values.put(CALLS, 1);
        values.put(TALK, wait.talkMillis());
        add(keys.company(), RollUp.WAITS, values);
    }

    private void countPerson(Keys keys, PersonId person, Part part, boolean answered) {
        Map<String, Object> values = keys.values();
        values.put("person_id", person.text());
        values.put("made", part.role() == Part.Role.CALLED ? 1 : 0);
        values.put("answered", part.role() == Part.Role.TOOK ? 1 : 0);
        values.put("missed", part.role() == Part.Role.RANG && !answered ? 1 : 0);
        values.put("elsewhere", part.role() == Part.Role.RANG && answered ? 1 : 0);
        values.put("not_rung", part.role() == Part.Role.NOT_RUNG ? 1 : 0);
        values.put(TALK, part.talked().toMillis());
        add(keys.company(), RollUp.PEOPLE, values);
    }

    private void countTrunk(Keys keys, TrunkUse use) {
        Map<String, Object> values = keys.values();
        values.put("trunk_id", use.trunk().text());
        values.put("direction", use.out() ? "OUT" : "IN");
        values.put("outcome", outcome(use));
        values.put(CALLS, 1);
        values.put(TALK, use.talked().orElse(Duration.ZERO).toMillis());
        add(keys.company(), RollUp.TRUNKS, values);
    }

    private static String outcome(TrunkUse use) {
        EndReason why = use.why().orElse(EndReason.HUNG_UP);
        if (use.talked().isEmpty()) {
            return why.name();
        }
        return TrunkFigures.isFault(why) ? BROKEN + why.name() : CONNECTED;
    }

    private void addDue(CallRecord call, TrunkUse use, LocalDate day) {
        tables.of(call.company())
                .sql(MERGE_DUE)
                .param("call", call.call().text())
                .param("leg", use.leg().text())
                .param("company", call.company().text())
                .param("trunk", use.trunk().text())
                .param("day", day)
                .param("ended", use.ended().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a leg's sound off the list and counts it, unless somebody else has already. */
    void countSound(CompanyId company, DueSound due, Sounded.Rating rating) {
        tables.atTheSameTime(
                company,
                () -> {
                    int taken =
                            tables.of(company)
                                    .sql(
                                            "delete from report_sound_due where company_id = ? and"
                                                    + " call_id = ? and leg_id = ?")
                                    .params(company.text(), due.call().text(), due.leg().text())
                                    .update();
                    if (taken > 0) {
                        for (Grain grain : Grain.values()) {
                            Map<String, Object> values =
                                    new Keys(company, grain, due.day()).values();
                            values.put("trunk_id", due.trunk().text());
                            values.put("rating", rating.name());
                            values.put(CALLS, 1);
                            add(company, RollUp.SOUND, values);
                        }
                    }
                });
    }
}
