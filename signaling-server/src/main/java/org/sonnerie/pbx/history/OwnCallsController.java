package org.sonnerie.pbx.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The calls of the signed-in person that are over, for his phone page (docs/protocol.md). */
@RestController
@RequestMapping("/phone/calls")
class OwnCallsController {
    private final OwnCalls calls;
    private final Narrator narrator;

    OwnCallsController(OwnCalls calls, Narrator narrator) {
        this.calls = calls;
        this.narrator = narrator;
    }

    /** A part of the list; {@code next} is left out where there are no older ones. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(List<Item> calls, Optional<String> next) {}

    /** One call. */
    record Item(
            String id,
            String part,
            OwnCall.Other other,
            Instant at,
            boolean answered,
            String outcome) {}

    /**
     * What happened in one call, and why; {@code sound} and its rating are left out where nobody
     * talked, {@code report} where the reader has reported nothing.
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Told(
            String verdict,
            List<Line> lines,
            Optional<String> sound,
            Optional<String> soundRating,
            Optional<CallReportController.Kept> report) {}

    /** One thing that happened. */
    record Line(Instant at, String text) {}

    @GetMapping
    Answer calls(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<String> after,
            Locale locale) {
        OwnCalls.Page page =
                calls.page(me.company(), me.person(), after.flatMap(OwnCallsController::callId));
        List<Item> items = page.calls().stream().map(call -> item(call, locale)).toList();
        return new Answer(
                items, page.more() ? Optional.of(items.getLast().id()) : Optional.empty());
    }

    private Item item(OwnCall call, Locale locale) {
        return new Item(
                call.record().call().text(),
                Keyword.of(call.part().role()),
                call.other(),
                call.record().time().began(),
                call.answered(),
                narrator.say(call.outcome(), locale));
    }

    @GetMapping("/{id}/story")
    Told story(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam Optional<String> zone,
            Locale locale) {
        return callId(id)
                .flatMap(call ->
                        calls.story(
                                me.company(),
                                me.person(),
                                call,
                                zone.flatMap(OwnCallsController::zoneId)))
                .map(story -> told(story, locale))
                .orElseThrow(OwnCallsController::none);
    }

    private Told told(OwnCalls.Told told, Locale locale) {
        return new Told(
                narrator.say(told.story().verdict(), locale),
                told.story().lines().stream()
                        .map(line -> new Line(line.at(), narrator.say(line.sentence(), locale)))
                        .toList(),
                told.sound().map(sound -> narrator.say(sound.sentence(), locale)),
                told.sound().map(sound -> Keyword.of(sound.rating())),
                told.report().map(CallReportController.Kept::of));
    }

    /** One that this server does not know is as none given. */
    private static Optional<ZoneId> zoneId(String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such call");
    }

    /** Empty: no call is called so. */
    static Optional<CallId> callId(String id) {
        try {
            return Optional.of(new CallId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
