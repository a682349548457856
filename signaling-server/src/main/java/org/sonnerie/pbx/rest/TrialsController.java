package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.DraftPlans;
import org.sonnerie.pbx.runtime.Trial;
import org.sonnerie.pbx.runtime.TrialDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** "Call the draft": calls through a plan that is not published (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/plan/draft/trials")
class TrialsController {
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]{1,32}");
    private static final Pattern CALLER = Pattern.compile("\\+?[0-9]{2,15}");
    private static final DateTimeFormatter ON_THE_WALL = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final TrialDesk desk;
    private final DraftPlans drafts;
    private final Narrator narrator;
    private final InstantSource clock;

    TrialsController(TrialDesk desk, DraftPlans drafts, Narrator narrator, InstantSource clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.narrator = narrator;
        this.clock = clock;
    }

    /** What is pretended; {@code at} by the clock on the company's wall. */
    record Wish(
            @Nullable String to,
            @Nullable String caller,
            @Nullable String at,
            @Nullable String rung,
            @Nullable String sdp) {
        Trial trial(CompanyPlan plan, InstantSource clock) {
            String number = text(to).strip();
            if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
                throw new IllegalArgumentException("to: 1 to 64 characters");
            }
            String shown = text(caller).replaceAll("[ .()-]", "");
            if (!shown.isEmpty() && !CALLER.matcher(shown).matches()) {
                throw new IllegalArgumentException("caller: a telephone number, or nothing");
            }
            return new Trial(
                    plan,
                    number,
                    Optional.of(shown).filter(given -> !given.isEmpty()),
                    moment(plan.facts().timeZone(), clock),
                    behaviour());
        }

        private Instant moment(ZoneId zone, InstantSource clock) {
            try {
                return text(at).isBlank()
                        ? clock.instant()
                        : LocalDateTime.parse(text(at)).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "at: a date and time such as 2026-12-25T10:00", e);
            }
        }

        private Trial.Rung behaviour() {
            return switch (text(rung)) {
                case "", "answers" -> Trial.Rung.ANSWERS;
                case "rings-in-vain" -> Trial.Rung.RINGS_IN_VAIN;
                case "cannot-be-reached" -> Trial.Rung.CANNOT_BE_REACHED;
                default ->
                        throw new IllegalArgumentException(
                                "rung: answers, rings-in-vain or cannot-be-reached");
            };
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /** A trial that was placed. */
    record Placed(String call, String sdp) {}

    /** How it stands. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(String state, Optional<String> ended, String verdict, List<Line> lines) {}

    /** One thing that happened, by the clock on the company's wall. */
    record Line(String at, String text) {}

    /** Keys. */
    record Keys(@Nullable String digits) {}

    @PostMapping
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Placed place(@AuthenticationPrincipal SignedIn admin, @RequestBody Wish wish) {
        CompanyPlan plan =
                drafts.toTry(admin.company())
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "the draft does not fit together: see its problems"));
        String offer = Wish.text(wish.sdp());
        TrialDesk.Placed placed = desk.place(admin.person(), wish.trial(plan, clock), offer);
        return new Placed(placed.call().text(), placed.sdp());
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.PLAN_READ)
    Answer look(@AuthenticationPrincipal SignedIn admin, @PathVariable String id, Locale locale) {
        TrialDesk.Standing standing =
                desk.look(admin.person(), new CallId(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Story story = Story.of(standing.log());
        ZoneId zone = standing.log().plan().facts().timeZone();
        return new Answer(
                Keyword.of(standing.state()),
                standing.ended().map(Keyword::of),
                narrator.say(story.verdict(), locale),
                story.lines().stream()
                        .map(line ->
                                new Line(
                                        line.at().atZone(zone).format(ON_THE_WALL),
                                        narrator.say(line.sentence(), locale)))
                        .toList());
    }

    @PostMapping("/{id}/digits")
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void press(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestBody Keys keys) {
        String digits = Wish.text(keys.digits());
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("digits: 1 to 32 of 0-9*#A-D");
        }
        desk.press(admin.person(), new CallId(id), digits);
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hangUp(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        desk.hangUp(admin.person(), new CallId(id));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(DeskRefusal refusal) {
        return switch (refusal.code()) {
            case UNKNOWN_NUMBER ->
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "to: no number and no extension of the draft");
            case BAD_SDP ->
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNPROCESSABLE_CONTENT, "sdp: no usable offer");
            default ->
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.SERVICE_UNAVAILABLE, "there is no room for one more call");
        };
    }
}
