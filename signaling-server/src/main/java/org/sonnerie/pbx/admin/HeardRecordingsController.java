package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.SoundAnswers;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.recording.HeardRecordings;
import org.sonnerie.pbx.recording.KeptRecording;
import org.sonnerie.pbx.recording.Recordings;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The recordings that whoever is signed in may hear: his own, and those of others. */
@Controller
@RequestMapping("/account/recordings")
class HeardRecordingsController {
    private static final int ROWS = 50;

    private final HeardRecordings listening;
    private final Published published;
    private final SoundAnswers answers;
    private final SonnerieProperties properties;

    HeardRecordingsController(
            HeardRecordings listening,
            Published published,
            SoundAnswers answers,
            SonnerieProperties properties) {
        this.listening = listening;
        this.published = published;
        this.answers = answers;
        this.properties = properties;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("wanted") HistoryForm wanted,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        CompanyPlan plan = published.current(me.company());
        Optional<Recordings.Page> page = page(me, plan, wanted, after);
        List<KeptRecording> found = page.map(Recordings.Page::recordings).orElse(List.of());
        model.addAttribute("demo", properties.demo());
        model.addAttribute("problem", page.isEmpty());
        model.addAttribute("people", plan.people());
        model.addAttribute(
                "rows", found.stream().map(one -> RecordingRow.of(one, plan, locale)).toList());
        model.addAttribute(
                "kept", listening.kept(me, found).stream().map(RecordingId::text).toList());
        model.addAttribute("stories", me.role().seesHistory());
        model.addAttribute(
                "next", page.flatMap(Recordings.Page::next).map(RecordingId::text).orElse(""));
        return "account/recordings";
    }

    /** Empty: what is wanted cannot be understood. */
    private Optional<Recordings.Page> page(
            SignedIn me, CompanyPlan plan, HistoryForm wanted, Optional<String> after) {
        try {
            return Optional.of(
                    listening.page(me, wanted.recordings(plan), after.map(RecordingId::new), ROWS));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @GetMapping("/{id}/sound")
    ResponseEntity<Resource> sound(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        return known(id)
                .flatMap(recording -> listening.hear(me, recording))
                .map(file -> answers.of(file, SoundAnswers.OGG))
                .orElseThrow(HeardRecordingsController::none);
    }

    @GetMapping("/{id}/download")
    ResponseEntity<Resource> download(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = SoundAnswers.OGG) String format) {
        String name = id + SoundAnswers.extension(format);
        return known(id)
                .flatMap(recording -> listening.keep(me, recording))
                .map(file -> RecordingsController.attached(answers.of(file, format), name))
                .orElseThrow(HeardRecordingsController::none);
    }

    private static Optional<RecordingId> known(String id) {
        try {
            return Optional.of(new RecordingId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such recording");
    }
}
