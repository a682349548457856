package org.sonnerie.pbx.admin;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.config.SoundAnswers;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.recording.Recordings;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of recordings: the list, each one's sound, deleting and taking back. */
@Controller
@RequestMapping("/admin/recordings")
class RecordingsController {
    private static final int ROWS = 50;
    private static final String WANTED = "wanted";
    private static final String LIST = "redirect:/admin/recordings";

    private final Recordings recordings;
    private final Published published;
    private final SoundAnswers answers;

    RecordingsController(Recordings recordings, Published published, SoundAnswers answers) {
        this.recordings = recordings;
        this.published = published;
        this.answers = answers;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) HistoryForm wanted,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        CompanyPlan plan = published.current(admin.company());
        Optional<Recordings.Page> page = page(plan, wanted, after);
        model.addAttribute("problem", page.isEmpty());
        model.addAttribute("people", plan.people());
        model.addAttribute("days", plan.facts().recording().keepDays());
        model.addAttribute(
                "rows",
                page.map(Recordings.Page::recordings).orElse(List.of()).stream()
                        .map(one -> RecordingRow.of(one, plan, locale))
                        .toList());
        model.addAttribute(
                "next", page.flatMap(Recordings.Page::next).map(RecordingId::text).orElse(""));
        return "admin/recordings";
    }

    /** Empty: what is wanted cannot be understood. */
    private Optional<Recordings.Page> page(
            CompanyPlan plan, HistoryForm wanted, Optional<String> after) {
        try {
            return Optional.of(
                    recordings.page(
                            plan.company(),
                            wanted.recordings(plan),
                            after.map(RecordingId::new),
                            ROWS));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @GetMapping("/{id}/sound")
    ResponseEntity<Resource> sound(
            @AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return answers.of(file(admin, id), SoundAnswers.OGG);
    }

    @GetMapping("/{id}/download")
    ResponseEntity<Resource> download(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestParam(defaultValue = SoundAnswers.OGG) String format) {
        String name = id + SoundAnswers.extension(format);
        return attached(answers.of(file(admin, id), format), name);
    }

    /** To be kept under a name. */
    static ResponseEntity<Resource> attached(ResponseEntity<Resource> sound, String name) {
        return ResponseEntity.ok()
                .headers(sound.getHeaders())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(sound.getBody());
    }

    private Path file(SignedIn admin, String id) {
        return recordings
                .find(admin.company(), recordingId(id))
                .flatMap(one -> recordings.fetch(one, admin.person()))
                .orElseThrow(RecordingsController::none);
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        if (!recordings.delete(admin.company(), recordingId(id), admin.person())) {
            throw none();
        }
        after.addFlashAttribute("deleted", id);
        return LIST;
    }

    @PostMapping("/{id}/restore")
    String restore(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        if (!recordings.restore(admin.company(), recordingId(id), admin.person())) {
            throw none();
        }
        after.addFlashAttribute("restored", true);
        return LIST;
    }

    private static RecordingId recordingId(String id) {
        try {
            return new RecordingId(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such recording", e);
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such recording");
    }
}
