package org.sonnerie.pbx.admin;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.recording.KeptRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;

/**
 * A recording as its page shows it.
 *
 * @param id names it
 * @param call the call whose story tells of it; empty: a conference
 * @param began when, in the company's time
 * @param left who was on the left channel first; of a conference, its room
 * @param right who was on the right one
 * @param by who asked for it; empty: the plan says so
 * @param length as minutes and seconds; empty while it runs
 * @param state RUNNING, WHOLE or CUT_SHORT
 */
record RecordingRow(
        String id,
        String call,
        String began,
        String left,
        String right,
        String by,
        String length,
        String state) {
    static RecordingRow of(KeptRecording recording, CompanyPlan plan, Locale locale) {
        return switch (recording.facts().of()) {
            case Of.Call(String call, Named one, Named other) ->
                    of(recording, plan, locale, new Parties(call, shown(one), shown(other)));
            case Of.Conference(var room) ->
                    of(
                            recording,
                            plan,
                            locale,
                            new Parties(
                                    "", plan.room(room).map(Room::name).orElse(room.text()), ""));
        };
    }

    /** Who is in it. */
    private record Parties(String call, String left, String right) {}

    private static RecordingRow of(
            KeptRecording recording, CompanyPlan plan, Locale locale, Parties parties) {
        return new RecordingRow(
                recording.facts().id().text(),
                parties.call(),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(recording.facts().began().atZone(plan.facts().timeZone())),
                parties.left(),
                parties.right(),
                recording.facts().by().map(person -> name(plan, person)).orElse(""),
                recording.over() ? Story.clock(recording.length()) : "",
                recording.state().name());
    }

    private static String shown(Named who) {
        return (who.name() + " " + who.number()).strip();
    }

    private static String name(CompanyPlan plan, PersonId person) {
        return plan.person(person).map(Person::name).orElse(person.text());
    }
}
