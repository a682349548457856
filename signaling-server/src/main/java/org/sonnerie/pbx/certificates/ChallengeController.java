package org.sonnerie.pbx.certificates;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answers an authority that asks a name whether it is ours (RFC 8555, section 8.3). */
@Controller
class ChallengeController {
    private final ChallengeAnswers answers;

    ChallengeController(ChallengeAnswers answers) {
        this.answers = answers;
    }

    @GetMapping("/.well-known/acme-challenge/{token}")
    ResponseEntity<String> answer(@PathVariable String token) {
        return answers.of(token)
                .map(answer ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .body(answer))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
