package org.sonnerie.pbx.rest;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.config.SoundAnswers;
import org.sonnerie.pbx.history.Days;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.recording.KeptRecording;
import org.sonnerie.pbx.recording.RecordingFilter;
import org.sonnerie.pbx.recording.Recordings;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A company's recordings (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/recordings")
class RecordingController {
    private final Recordings recordings;
    private final Published published;
    private final SoundAnswers answers;
    private final EntityTags tags;

    RecordingController(
            Recordings recordings, Published published, SoundAnswers answers, EntityTags tags) {
        this.recordings = recordings;
        this.published = published;
        this.answers = answers;
        this.tags = tags;
    }

    /**
     * Which recordings are asked for, each as it was typed.
     *
     * @param from the earliest
     * @param to the latest
     * @param number digits of a number
     * @param person id of a person
     */
    record Wanted(
            Optional<String> from,
            Optional<String> to,
            Optional<String> number,
            Optional<String> person) {
        RecordingFilter filter(CompanyPlan plan) {
            ZoneId zone = plan.facts().timeZone();
            return new RecordingFilter(
                    from.map(text -> Days.from(text, zone)),
                    to.map(text -> Days.to(text, zone)),
                    number,
                    person.map(PersonId::new).map(id -> somebody(plan, id)));
        }

        private static RecordingFilter.Person somebody(CompanyPlan plan, PersonId id) {
            return plan.person(id)
                    .map(one -> new RecordingFilter.Person(id.text(), one.extension()))
                    .orElseThrow(
                            () -> new IllegalArgumentException("there is no person " + id.text()));
        }
    }

    @GetMapping
    @NeedsScope(Scope.RECORDINGS_READ)
    RecordingAnswer.Page list(
            @AuthenticationPrincipal SignedIn admin,
            Wanted wanted,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        CompanyPlan plan = published.current(admin.company());
        return RecordingAnswer.Page.of(
                recordings.page(
                        admin.company(), wanted.filter(plan), after.map(RecordingId::new), limit));
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.RECORDINGS_READ)
    ResponseEntity<RecordingAnswer> recording(
            @AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return tags.told(HttpStatus.OK, RecordingAnswer.of(find(admin, id)));
    }

    private KeptRecording find(SignedIn admin, String id) {
        return recordings
                .find(admin.company(), new RecordingId(id))
                .orElseThrow(() -> none("there is no recording " + id));
    }

    @GetMapping("/{id}/sound")
    @NeedsScope(Scope.RECORDINGS_READ)
    ResponseEntity<Resource> sound(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestParam(defaultValue = SoundAnswers.OGG) String format) {
        SoundAnswers.extension(format);
        Path file =
                recordings
                        .fetch(find(admin, id), admin.person())
                        .orElseThrow(() -> none("there is no sound of " + id));
        return answers.of(file, format);
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.RECORDINGS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        tags.check(seen, RecordingAnswer.of(find(admin, id)));
        if (!recordings.delete(admin.company(), new RecordingId(id), admin.person())) {
            throw none("there is no recording " + id + " that is over");
        }
    }

    @PostMapping("/{id}/restore")
    @NeedsScope(Scope.RECORDINGS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        if (!recordings.restore(admin.company(), new RecordingId(id), admin.person())) {
            throw none("there is no deleted recording " + id);
        }
    }

    private static ResponseStatusException none(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
