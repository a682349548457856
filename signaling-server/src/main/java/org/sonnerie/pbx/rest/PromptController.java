package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.prompts.OwnPrompt;
import org.sonnerie.pbx.prompts.PromptDesk;
import org.sonnerie.pbx.prompts.PromptRefusedException;
import org.sonnerie.pbx.prompts.PromptStore;
import org.sonnerie.pbx.prompts.SpeechDesk;
import org.sonnerie.pbx.prompts.SpeechRefusedException;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** A company's own prompts (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/prompts")
class PromptController {
    private static final MediaType OGG = MediaType.parseMediaType("audio/ogg");
    private static final int MOST_OCTETS = 64 * 1024 * 1024;

    private final PromptDesk desk;
    private final PromptStore prompts;
    private final SpeechDesk speech;
    private final EntityTags tags;

    PromptController(PromptDesk desk, PromptStore prompts, SpeechDesk speech, EntityTags tags) {
        this.desk = desk;
        this.prompts = prompts;
        this.speech = speech;
        this.tags = tags;
    }

    /**
     * One prompt.
     *
     * @param name by which the plan names it
     * @param seconds how long it is heard
     * @param addedBy id of the person who recorded or uploaded it
     * @param addedAt when
     * @param replacesBuiltIn whether there is a built-in one of that name
     * @param usedBy places of the published plan
     */
    record Answer(
            String name,
            double seconds,
            String addedBy,
            Instant addedAt,
            boolean replacesBuiltIn,
            List<String> usedBy) {
        static Answer of(PromptDesk.Listed listed) {
            OwnPrompt prompt = listed.prompt();
            return new Answer(
                    prompt.name(),
                    prompt.length().toMillis() / 1_000.0,
                    prompt.addedBy().text(),
                    prompt.addedAt(),
                    listed.replacesBuiltIn(),
                    listed.usedBy());
        }
    }

    /**
     * Those of a company.
     *
     * @param prompts a part of its own
     * @param next by which to read on
     * @param builtIn names of those that everybody has
     * @param spoken languages in which typed text can be spoken
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record All(
            List<Answer> prompts,
            Optional<String> next,
            List<String> builtIn,
            List<String> spoken) {}

    @GetMapping
    @NeedsScope(Scope.PROMPTS_READ)
    All list(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "200") int limit) {
        PromptDesk.Overview all = desk.overview(admin.company());
        List<Answer> own = all.own().stream().map(Answer::of).toList();
        Slice<Answer> slice = Slice.of(own, Answer::name, after, limit);
        return new All(
                slice.items(),
                slice.next(),
                all.builtIn().stream().sorted().toList(),
                speech.languages().stream().sorted().toList());
    }

    @GetMapping("/{name}")
    @NeedsScope(Scope.PROMPTS_READ)
    ResponseEntity<Answer> one(@AuthenticationPrincipal SignedIn admin, @PathVariable String name) {
        return tags.told(HttpStatus.OK, find(admin, name).orElseThrow(() -> none(name)));
    }

    private Optional<Answer> find(SignedIn admin, String name) {
        return desk.overview(admin.company()).own().stream()
                .map(Answer::of)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    @PutMapping("/{name}")
    @NeedsScope(Scope.PROMPTS_WRITE)
    ResponseEntity<Answer> put(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            HttpServletRequest request)
            throws IOException {
        tags.check(seen, find(admin, name));
        byte[] sound = request.getInputStream().readNBytes(MOST_OCTETS + 1);
        if (sound.length > MOST_OCTETS) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "a sound has at most 64 MB");
        }
        Answer answer = Answer.of(desk.put(admin.company(), name, sound, admin.person()));
        return tags.told(HttpStatus.OK, answer);
    }

    /** What shall be said; the language left out: English. */
    record Words(@Nullable String text, @Nullable String language) {}

    @PutMapping("/{name}/text")
    @NeedsScope(Scope.PROMPTS_WRITE)
    Answer speak(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String name,
            @RequestBody Words words) {
        String language = Optional.ofNullable(words.language()).orElse("en");
        String text = Optional.ofNullable(words.text()).orElse("");
        return Answer.of(
                speech.put(
                        admin.company(),
                        name,
                        new SpeechDesk.Words(text, language),
                        admin.person()));
    }

    @GetMapping("/{name}/sound")
    @NeedsScope(Scope.PROMPTS_READ)
    ResponseEntity<Resource> sound(
            @AuthenticationPrincipal SignedIn admin, @PathVariable String name) {
        Path file = prompts.file(admin.company(), name).orElseThrow(() -> none(name));
        return ResponseEntity.ok().contentType(OGG).body(new FileSystemResource(file));
    }

    @DeleteMapping("/{name}")
    @NeedsScope(Scope.PROMPTS_WRITE)
    ResponseEntity<Void> delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        tags.check(seen, find(admin, name));
        if (!desk.remove(admin.company(), name)) {
            throw none(name);
        }
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException none(String name) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no own prompt " + name);
    }

    @ExceptionHandler
    ProblemDetail refused(PromptRefusedException refused) {
        ProblemDetail problem =
                switch (refused.why()) {
                    case BAD_NAME ->
                            unusable("a name is letters, digits, \"-\" and \"_\", at most 64");
                    case UNKNOWN_FORMAT ->
                            unusable("this is no WAV, AIFF or AU file that can be read");
                    case TOO_SHORT -> unusable("a prompt lasts at least half a second");
                    case TOO_LONG -> unusable("a prompt lasts at most ten minutes");
                    case SILENT -> unusable("nothing can be heard in it");
                    case TOO_MANY -> conflict("a company has at most 500 prompts of its own");
                    case STORAGE_FULL -> conflict("the company keeps as much sound as it may");
                    case IN_USE -> conflict("the published plan names this prompt");
                };
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notANumber(MethodArgumentTypeMismatchException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.getName() + " is a whole number");
    }

    @ExceptionHandler
    ProblemDetail notSpoken(SpeechRefusedException refused) {
        ProblemDetail problem =
                switch (refused.why()) {
                    case NO_ENGINE ->
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.NOT_IMPLEMENTED,
                                    "no program that speaks was found when the server was started");
                    case NO_VOICE -> unusable("no voice here speaks this language");
                    case NO_TEXT -> unusable("there is nothing to say");
                    case TEXT_TOO_LONG -> unusable("a text has at most 2,000 characters");
                    case TIMED_OUT -> failed("the program that speaks took too long");
                    case FAILED -> failed("the program that speaks failed");
                };
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }

    private static ProblemDetail failed(String why) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, why);
    }

    private static ProblemDetail unusable(String why) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    private static ProblemDetail conflict(String why) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why);
    }
}
