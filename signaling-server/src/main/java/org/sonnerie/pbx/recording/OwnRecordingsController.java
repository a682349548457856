package org.sonnerie.pbx.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.config.SoundAnswers;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The recordings the signed-in person asked for, for his phone page (docs/protocol.md). */
@RestController
@RequestMapping("/phone/recordings")
class OwnRecordingsController {
    private final Recordings recordings;
    private final SoundAnswers answers;

    OwnRecordingsController(Recordings recordings, SoundAnswers answers) {
        this.recordings = recordings;
        this.answers = answers;
    }

    /** All of them. */
    record Answer(List<Item> recordings) {}

    /** One, of a call. */
    record Item(String id, String call, Instant at, long seconds, boolean cutShort) {}

    @GetMapping
    Answer mine(@AuthenticationPrincipal SignedIn me) {
        return new Answer(
                recordings.askedBy(me.company(), me.person()).stream()
                        .flatMap(one -> item(one).stream())
                        .toList());
    }

    private static Optional<Item> item(KeptRecording recording) {
        return recording.facts().of() instanceof Of.Call call
                ? Optional.of(
                        new Item(
                                recording.facts().id().text(),
                                call.call(),
                                recording.facts().began(),
                                Math.max(1, recording.length().toSeconds()),
                                recording.state() == KeptRecording.State.CUT_SHORT))
                : Optional.empty();
    }

    @GetMapping("/{id}/sound")
    ResponseEntity<Resource> sound(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = SoundAnswers.OGG) String format) {
        SoundAnswers.extension(format);
        Path file =
                known(id)
                        .flatMap(recording -> recordings.find(me.company(), recording))
                        .filter(one -> one.facts().by().equals(Optional.of(me.person())))
                        .flatMap(one -> recordings.fetch(one, me.person()))
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "there is no such recording"));
        return answers.of(file, format);
    }

    private static Optional<RecordingId> known(String id) {
        try {
            return Optional.of(new RecordingId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
