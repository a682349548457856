package org.sonnerie.pbx.voicemail;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.ImportRefusedException;
import org.sonnerie.media.api.ImportedSound;
import org.sonnerie.media.api.SoundImporter;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The signed-in person's own name, recorded on his page (docs/protocol.md). */
@RestController
class NameController {
    private static final Logger LOG = LoggerFactory.getLogger(NameController.class);

    /** Five seconds of CD quality are less. */
    private static final int MOST_OCTETS = 1024 * 1024;

    /** A page ends a recording after five seconds, not to the millisecond. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private static final int PATIENCE_SECONDS = 10;

    private final GreetingStore greetings;
    private final SoundImporter importer;

    NameController(GreetingStore greetings, SoundImporter importer) {
        this.greetings = greetings;
        this.importer = importer;
    }

    @PutMapping("/phone/voicemail/greetings/{box}/name")
    ResponseEntity<Map<String, String>> put(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String box,
            HttpServletRequest request)
            throws IOException {
        MailboxId own = MailboxId.of(me.person());
        if (!own.toString().equals(box)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "nobody has a name there");
        }
        byte[] sound = request.getInputStream().readNBytes(MOST_OCTETS + 1);
        if (sound.length > MOST_OCTETS) {
            return refused("too-long");
        }
        try {
            ImportedSound imported = importer.read(sound);
            return imported.length().compareTo(LONGEST) > 0
                    ? refused("too-long")
                    : keep(me, own, imported);
        } catch (ImportRefusedException refused) {
            return refused(Keyword.of(refused.why()));
        }
    }

    private static ResponseEntity<Map<String, String>> refused(String code) {
        return ResponseEntity.unprocessableContent().body(Map.of("code", code));
    }

    private ResponseEntity<Map<String, String>> keep(
            SignedIn me, MailboxId own, ImportedSound sound) {
        try {
            greetings
                    .put(me.company(), own, GreetingKind.NAME, sound)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            return ResponseEntity.noContent().build();
        } catch (CompletionException late) {
            LOG.warn("a name is not in the database yet: {}", late.getMessage());
            return ResponseEntity.internalServerError().body(Map.of("code", "failed"));
        }
    }
}
