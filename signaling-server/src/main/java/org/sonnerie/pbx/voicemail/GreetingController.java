package org.sonnerie.pbx.voicemail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.config.SoundAnswers;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The greetings and names of the mailboxes that the signed-in person may open (docs/protocol.md).
 */
@RestController
@RequestMapping("/phone/voicemail/greetings")
class GreetingController {
    private static final int FURTHEST_YEARS = 2;

    private final GreetingStore greetings;
    private final OwnMailboxes own;
    private final Plans plans;
    private final InstantSource clock;
    private final SoundAnswers answers;

    GreetingController(
            GreetingStore greetings,
            OwnMailboxes own,
            Plans plans,
            InstantSource clock,
            SoundAnswers answers) {
        this.answers = answers;
        this.greetings = greetings;
        this.own = own;
        this.plans = plans;
        this.clock = clock;
    }

    /** All mailboxes. */
    record Answer(List<Item> boxes) {}

    /** One mailbox; {@code dial}: what opens it by phone. */
    record Item(
            String id,
            VoicemailController.Box box,
            Optional<String> dial,
            Optional<Recorded> usual,
            Optional<Recorded> absent,
            Optional<Recorded> name,
            Optional<LocalDate> awayUntil) {}

    /** A greeting. */
    record Recorded(long seconds, Instant at) {}

    /** The last day of an absence, or null. */
    record Absence(@Nullable String until) {}

    @GetMapping
    Answer all(@AuthenticationPrincipal SignedIn me) {
        return new Answer(
                own.boxes(me.company(), me.person()).stream().map(box -> item(me, box)).toList());
    }

    private Item item(SignedIn me, MailboxId box) {
        CompanyId company = me.company();
        List<KeptGreeting> kept = greetings.all(company, box);
        return new Item(
                box.toString(),
                VoicemailController.Box.of(box, own.nameOf(company, box)),
                own.dial(company, box),
                recorded(kept, GreetingKind.USUAL),
                recorded(kept, GreetingKind.ABSENT),
                recorded(kept, GreetingKind.NAME),
                greetings
                        .awayUntil(company, box)
                        .filter(last -> !last.isBefore(today(plans.current(company)))));
    }

    private static Optional<Recorded> recorded(List<KeptGreeting> kept, GreetingKind kind) {
        return GreetingStore.of(kept, kind)
                .map(one ->
                        new Recorded(
                                Math.max(1, Math.round(one.length().toMillis() / 1000.0)),
                                one.recorded()));
    }

    private LocalDate today(CompanyPlan plan) {
        return clock.instant().atZone(plan.facts().timeZone()).toLocalDate();
    }

    @GetMapping("/{box}/{kind}/sound")
    ResponseEntity<Resource> sound(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String box,
            @PathVariable String kind) {
        Path file =
                greetings
                        .find(me.company(), mine(me, box), kind(kind))
                        .map(one -> greetings.sound(me.company(), one))
                        .filter(Files::exists)
                        .orElseThrow(GreetingController::unknown);
        return answers.of(file, SoundAnswers.OGG);
    }

    @DeleteMapping("/{box}/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String box,
            @PathVariable String kind) {
        greetings.remove(me.company(), mine(me, box), kind(kind));
    }

    @PutMapping("/{box}/absence")
    ResponseEntity<Map<String, String>> absence(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String box,
            @RequestBody Absence absence) {
        MailboxId mine = mine(me, box);
        Optional<LocalDate> until = Optional.ofNullable(absence.until()).flatMap(this::date);
        boolean wrong =
                absence.until() != null && until.filter(day -> fits(me.company(), day)).isEmpty();
        if (wrong) {
            return ResponseEntity.unprocessableContent().body(Map.of("code", "date-wrong"));
        }
        greetings.away(me.company(), mine, until);
        return ResponseEntity.noContent().build();
    }

    private Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException no) {
            return Optional.empty();
        }
    }

    private boolean fits(CompanyId company, LocalDate day) {
        LocalDate today = today(plans.current(company));
        return !day.isBefore(today) && !day.isAfter(today.plusYears(FURTHEST_YEARS));
    }

    private MailboxId mine(SignedIn me, String box) {
        return own.boxes(me.company(), me.person()).stream()
                .filter(one -> one.toString().equals(box))
                .findFirst()
                .orElseThrow(GreetingController::unknown);
    }

    private static GreetingKind kind(String text) {
        return switch (text) {
            case "usual" -> GreetingKind.USUAL;
            case "absent" -> GreetingKind.ABSENT;
            case "name" -> GreetingKind.NAME;
            default -> throw unknown();
        };
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such greeting");
    }
}
