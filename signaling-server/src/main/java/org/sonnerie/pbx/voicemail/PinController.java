package org.sonnerie.pbx.voicemail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The PIN of the signed-in person's mailbox (docs/protocol.md). */
@RestController
@RequestMapping("/phone/voicemail/pin")
class PinController {
    private final PinStore pins;
    private final Plans plans;
    private final Durability durability;

    PinController(PinStore pins, Plans plans, Durability durability) {
        this.pins = pins;
        this.plans = plans;
        this.durability = durability;
    }

    /** Whether there is one. */
    record Answer(boolean set) {}

    /** A new one. */
    record Change(String pin) {
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    @GetMapping
    Answer read(@AuthenticationPrincipal SignedIn me) {
        return new Answer(pins.isSet(me.company(), me.person()));
    }

    @PutMapping
    ResponseEntity<Map<String, String>> change(
            @AuthenticationPrincipal SignedIn me, @RequestBody Change change) {
        String extension =
                plans.current(me.company()).person(me.person()).map(Person::extension).orElse("");
        Optional<PinRules.Refusal> refusal = PinRules.refusal(change.pin(), extension);
        if (refusal.isPresent()) {
            String code = "pin-" + refusal.get().name().toLowerCase(Locale.ROOT);
            return ResponseEntity.unprocessableContent().body(Map.of("code", code));
        }
        pins.set(me.company(), me.person(), change.pin());
        durability.force();
        return ResponseEntity.noContent().build();
    }
}
