package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.HoursId;
import org.sonnerie.pbx.publish.HolidayImport;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes the holidays of a calendar into the draft of a plan (docs/rest.md). */
@RestController
class HolidaysController {
    private static final int LONGEST_CALENDAR_BYTES = 1_024 * 1_024;

    private final HolidayImport calendars;
    private final DraftAnswers answers;

    HolidaysController(HolidayImport calendars, DraftAnswers answers) {
        this.calendars = calendars;
        this.answers = answers;
    }

    /** What became of it. */
    record Answer(int added, List<String> skipped, DraftAnswer draft) {}

    @PostMapping("/api/v1/plan/draft/hours/{id}/holidays")
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<Answer> add(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        HolidayImport.Place place =
                new HolidayImport.Place(
                        admin.company(), hours(id), admin.person(), PlanRequests.revision(seen));
        String calendar = PlanRequests.text(request, "calendar", LONGEST_CALENDAR_BYTES);
        HolidayImport.Result result = calendars.add(place, calendar);
        DraftAnswer draft = answers.of(result.draft(), locale);
        return ResponseEntity.ok()
                .eTag(result.draft().revision())
                .body(new Answer(result.added(), result.skipped(), draft));
    }

    private static HoursId hours(String id) {
        try {
            return new HoursId(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there are no such hours", e);
        }
    }
}
