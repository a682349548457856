package org.sonnerie.pbx.rest;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.history.CallReports;
import org.sonnerie.pbx.history.Days;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Reader;
import org.sonnerie.pbx.history.SoundHistory;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A company's call records and stories (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/calls")
class CallsController {
    private final CallHistory history;
    private final Published published;
    private final SoundHistory sound;
    private final CallReports reports;
    private final Narrator narrator;

    CallsController(
            CallHistory history,
            SoundHistory sound,
            CallReports reports,
            Published published,
            Narrator narrator) {
        this.history = history;
        this.sound = sound;
        this.reports = reports;
        this.published = published;
        this.narrator = narrator;
    }

    /**
     * Which records are asked for, each as it was typed.
     *
     * @param from the earliest
     * @param to the latest
     * @param number digits of a number
     * @param person id of a person
     * @param reported {@code true}: only those that somebody reported
     */
    record Wanted(
            Optional<String> from,
            Optional<String> to,
            Optional<String> number,
            Optional<String> person,
            Optional<String> reported) {
        CallFilter filter(ZoneId zone) {
            return new CallFilter(
                    from.map(text -> Days.from(text, zone)),
                    to.map(text -> Days.to(text, zone)),
                    number,
                    person.map(PersonId::new),
                    reported.filter("true"::equals).isPresent());
        }
    }

    @GetMapping
    @NeedsScope(Scope.CALLS_READ)
    CallAnswer.Page list(
            @AuthenticationPrincipal SignedIn admin,
            Wanted wanted,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        ZoneId zone = published.current(admin.company()).facts().timeZone();
        return CallAnswer.Page.of(
                history.page(admin.company(), wanted.filter(zone), after.map(CallId::new), limit));
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.CALLS_READ)
    CallAnswer call(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return history.find(admin.company(), new CallId(id))
                .map(CallAnswer::whole)
                .orElseThrow(() -> none("there is no record of a call " + id));
    }

    @GetMapping("/{id}/story")
    @NeedsScope(Scope.CALLS_READ)
    StoryAnswer story(
            @AuthenticationPrincipal SignedIn admin, @PathVariable String id, Locale locale) {
        CallId call = new CallId(id);
        return history.story(admin.company(), call)
                .map(story ->
                        StoryAnswer.of(
                                story,
                                sound.verdict(admin.company(), call, Reader.ANYBODY),
                                reports.of(admin.company(), call),
                                narrator,
                                locale))
                .orElseThrow(() -> none("there is no call " + id));
    }

    @GetMapping("/{id}/facts")
    @NeedsScope(Scope.CALLS_READ)
    FactsAnswer facts(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return sound.facts(admin.company(), new CallId(id))
                .map(FactsAnswer::of)
                .orElseThrow(() -> none("there is no call " + id));
    }

    private static ResponseStatusException none(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
