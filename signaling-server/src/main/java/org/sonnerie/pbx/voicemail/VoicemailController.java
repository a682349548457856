package org.sonnerie.pbx.voicemail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.config.SoundAnswers;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The messages of the signed-in person, for his phone page (docs/protocol.md). */
@RestController
@RequestMapping("/phone/voicemail")
class VoicemailController {
    private final Voicemail voicemail;
    private final OwnMailboxes own;
    private final MailboxLimits limits;
    private final SoundAnswers answers;

    VoicemailController(
            Voicemail voicemail, OwnMailboxes own, MailboxLimits limits, SoundAnswers answers) {
        this.answers = answers;
        this.voicemail = voicemail;
        this.own = own;
        this.limits = limits;
    }

    /** All messages, and the mailboxes that take no more. */
    record Answer(List<Item> messages, List<Box> full) {}

    /** One message. */
    record Item(
            String id,
            Box box,
            Named caller,
            Instant at,
            long seconds,
            boolean urgent,
            boolean cutShort,
            boolean heard) {}

    /** Whose mailbox it is in. */
    record Box(String kind, String name) {
        static Box of(MailboxId box, String name) {
            return new Box(box.owner().name().toLowerCase(Locale.ROOT), name);
        }
    }

    /** Where a copy shall go. */
    record Forwarding(String to) {}

    @GetMapping
    Answer messages(@AuthenticationPrincipal SignedIn me) {
        return new Answer(
                own.messages(me.company(), me.person()).stream()
                        .map(message -> item(me, message))
                        .toList(),
                own.boxes(me.company(), me.person()).stream()
                        .filter(box -> limits.full(me.company(), box))
                        .map(box -> Box.of(box, own.nameOf(me.company(), box)))
                        .toList());
    }

    private Item item(SignedIn me, Message message) {
        MailboxId box = message.facts().box();
        return new Item(
                message.facts().id().text(),
                Box.of(box, own.nameOf(me.company(), box)),
                message.facts().caller(),
                message.facts().began(),
                Math.max(1, Math.round(message.length().toMillis() / 1000.0)),
                message.urgent(),
                message.cutShort(),
                message.heard());
    }

    @GetMapping("/{id}/sound")
    ResponseEntity<Resource> sound(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = SoundAnswers.OGG) String format) {
        Path file = voicemail.file(me.company(), mine(me, id).facts().id());
        if (!Files.exists(file)) {
            throw unknown();
        }
        return answers.of(file, format);
    }

    @PostMapping("/{id}/heard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void heard(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        voicemail.heard(mine(me, id).facts().id());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        voicemail.drop(mine(me, id).facts().id());
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        voicemail.restore(
                messageId(id)
                        .flatMap(known -> own.deletedMessage(me.company(), me.person(), known))
                        .orElseThrow(VoicemailController::unknown)
                        .facts()
                        .id());
    }

    @PostMapping("/{id}/forward")
    ResponseEntity<Map<String, String>> forward(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestBody Forwarding forwarding) {
        Message message = mine(me, id);
        Optional<MailboxId> box = own.dialled(me.company(), forwarding.to());
        if (box.isEmpty()) {
            return ResponseEntity.unprocessableContent().body(Map.of("code", "no-mailbox"));
        }
        voicemail.forward(message, box.get());
        return ResponseEntity.noContent().build();
    }

    private Message mine(SignedIn me, String id) {
        return messageId(id)
                .flatMap(known -> own.message(me.company(), me.person(), known))
                .orElseThrow(VoicemailController::unknown);
    }

    private static Optional<MessageId> messageId(String id) {
        try {
            return Optional.of(new MessageId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such message");
    }
}
