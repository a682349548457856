package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.prompts.PackDesk;
import org.sonnerie.pbx.prompts.PackRefusedException;
import org.sonnerie.pbx.prompts.PromptPack;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Prompts from an archive in the folder layout of Asterisk (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/prompt-packs/asterisk")
class PromptPackController {
    private static final int MOST_OCTETS = 64 * 1024 * 1024;
    private static final String LANGUAGE = "[a-z]{2}";

    private final PackDesk desk;

    PromptPackController(PackDesk desk) {
        this.desk = desk;
    }

    /**
     * What became, or would become, of an archive.
     *
     * @param taken files that are prompts now
     * @param unknown files that are no prompt that is known here
     * @param unused files of a prompt of which there is a better one in the archive
     * @param wrong files that are a prompt but cannot be used
     */
    record Answer(List<Taken> taken, List<String> unknown, List<String> unused, List<Wrong> wrong) {
        static Answer of(PromptPack pack) {
            return new Answer(
                    pack.taken().stream()
                            .map(one ->
                                    new Taken(
                                            one.prompt(),
                                            one.file(),
                                            one.millis() / 1_000.0,
                                            one.replacesOwn()))
                            .toList(),
                    pack.unknown(),
                    pack.unused(),
                    pack.wrong().stream()
                            .map(one -> new Wrong(one.file(), Keyword.of(one.why())))
                            .toList());
        }
    }

    /** A file that is a prompt. */
    record Taken(String name, String file, double seconds, boolean replacesOwn) {}

    /** A file that cannot be one. */
    record Wrong(String file, String code) {}

    @PutMapping
    @NeedsScope(Scope.PROMPTS_WRITE)
    Answer put(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam Optional<String> language,
            HttpServletRequest request)
            throws IOException, PackRefusedException {
        if (language.filter(one -> !one.matches(LANGUAGE)).isPresent()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "language is as in \"fr\"");
        }
        byte[] archive = request.getInputStream().readNBytes(MOST_OCTETS + 1);
        if (archive.length > MOST_OCTETS) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "an archive has at most 64 MB");
        }
        return Answer.of(
                preview
                        ? desk.preview(admin.company(), archive, language)
                        : desk.take(admin.company(), archive, language, admin.person()));
    }

    @ExceptionHandler
    ProblemDetail refused(PackRefusedException refused) {
        String why =
                switch (refused.why()) {
                    case NO_ARCHIVE -> "this is no ZIP or TAR archive that can be read";
                    case BAD_PATH -> "a file in it would lie outside of it, or is a link";
                    case TOO_MANY_FILES -> "it holds more than 10,000 files";
                    case TOO_LARGE -> "unpacked it has more than 128 MB, or a file more than 32 MB";
                    case TOO_LONG -> "its prompts last more than half an hour together";
                    case NOTHING_KNOWN -> "none of its files is a prompt that is known here";
                    case STORAGE_FULL -> "the company keeps as much sound as it may";
                    case TOO_MANY_PROMPTS -> "a company has at most 500 prompts of its own";
                };
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, why);
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }
}
