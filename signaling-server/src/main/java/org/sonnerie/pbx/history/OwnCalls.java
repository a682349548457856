package org.sonnerie.pbx.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/** The calls that concern one person, and their stories. Thread safe. */
@Component
class OwnCalls {
    static final int PAGE = 30;

    private final OwnCallRows own;
    private final CallRecordRows records;
    private final CallHistory history;
    private final SoundHistory sound;
    private final CallReports reports;

    OwnCalls(
            OwnCallRows own,
            CallRecordRows records,
            CallHistory history,
            SoundHistory sound,
            CallReports reports) {
        this.own = own;
        this.records = records;
        this.history = history;
        this.sound = sound;
        this.reports = reports;
    }

    /** A part of the list, and whether there are older ones. */
    record Page(List<OwnCall> calls, boolean more) {}

    /** The newest first; an unknown call to begin after is as none given. */
    Page page(CompanyId company, PersonId person, Optional<CallId> after) {
        Optional<CallRecordRows.Key> key = after.flatMap(call -> records.key(company, call));
        List<OwnCall> found = own.newest(company, person, key, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new Page(more ? found.subList(0, PAGE) : found, more);
    }

    /**
     * A story with how it sounded.
     *
     * @param story what happened
     * @param sound empty: nobody talked
     * @param report what the reader reported of it
     */
    record Told(Story story, Optional<Sounded> sound, Optional<CallReport> report) {}

    /** Empty: the call did not concern him, or is not over. */
    Optional<Told> story(CompanyId company, PersonId person, CallId call, Optional<ZoneId> zone) {
        if (!own.concerns(company, person, call)) {
            return Optional.empty();
        }
        Reader reader = new Reader(Optional.of(person), zone);
        return history.story(company, call, person)
                .map(story ->
                        new Told(
                                story,
                                sound.verdict(company, call, reader),
                                reports.of(company, call, person)));
    }
}
