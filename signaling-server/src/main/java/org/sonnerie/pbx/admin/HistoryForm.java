package org.sonnerie.pbx.admin;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.Days;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.recording.RecordingFilter;

/**
 * What somebody wants to see of the calls, each as it was typed; null or empty: all.
 *
 * @param from the first day
 * @param to the last day
 * @param number digits of a number
 * @param person id of a person
 * @param reported anything: only those that somebody reported
 */
record HistoryForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String number,
        @Nullable String person,
        @Nullable String reported) {
    /**
     * As a filter of recordings.
     *
     * @throws IllegalArgumentException if something cannot be understood
     */
    RecordingFilter recordings(CompanyPlan plan) {
        ZoneId zone = plan.facts().timeZone();
        return new RecordingFilter(
                typed(from).map(text -> Days.from(text, zone)),
                typed(to).map(text -> Days.to(text, zone)),
                typed(number),
                typed(person)
                        .map(PersonId::new)
                        .flatMap(plan::person)
                        .map(one -> new RecordingFilter.Person(one.id().text(), one.extension())));
    }

    private static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * As a filter.
     *
     * @throws IllegalArgumentException if something cannot be understood
     */
    CallFilter filter(ZoneId zone) {
        return new CallFilter(
                typed(from).map(text -> Days.from(text, zone)),
                typed(to).map(text -> Days.to(text, zone)),
                typed(number),
                typed(person).map(PersonId::new),
                typed(reported).isPresent());
    }
}
