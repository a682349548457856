package org.sonnerie.pbx.contacts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The signed-in person's own address book (docs/protocol.md). */
@RestController
@RequestMapping("/phone/contacts")
class ContactController {
    private static final int MOST_CONTACTS = 2_000;
    private static final Duration TAKEN_BACK_WITHIN = Duration.ofDays(7);

    private final ContactRows rows;
    private final Plans plans;
    private final InstantSource clock;

    ContactController(ContactRows rows, Plans plans, InstantSource clock) {
        this.rows = rows;
        this.plans = plans;
        this.clock = clock;
    }

    /** The whole book. */
    record Answer(List<Item> contacts) {}

    /** A contact. */
    record Item(String id, String name, String company, String note, List<Shown> numbers) {}

    /** A number; {@code shownAs}: how carriers may show it. */
    record Shown(String label, String number, List<String> shownAs) {}

    /** What is wrong with what was sent. */
    record Refusal(String code, List<ContactForm.Flaw> flaws) {
        static ResponseEntity<Refusal> of(List<ContactForm.Flaw> flaws) {
            return ResponseEntity.unprocessableContent()
                    .body(new Refusal("contact-refused", flaws));
        }
    }

    @GetMapping
    Answer all(@AuthenticationPrincipal SignedIn me) {
        CompanyPlan plan = plans.current(me.company());
        return new Answer(
                rows.all(me.company(), me.person()).stream().map(one -> item(plan, one)).toList());
    }

    private static Item item(CompanyPlan plan, Contact contact) {
        return new Item(
                contact.id(),
                contact.name(),
                contact.company(),
                contact.note(),
                contact.numbers().stream()
                        .map(one ->
                                new Shown(
                                        one.label(),
                                        one.number(),
                                        Dialling.shownAs(plan, one.number())))
                        .toList());
    }

    @PostMapping
    ResponseEntity<?> add(@AuthenticationPrincipal SignedIn me, @RequestBody ContactForm form) {
        CompanyPlan plan = plans.current(me.company());
        ContactReading reading = new ContactReading(plan);
        Contact contact = reading.read(RandomText.id(), form);
        if (!reading.flaws().isEmpty()) {
            return Refusal.of(reading.flaws());
        }
        if (!thereIsRoom(me)) {
            return Refusal.of(List.of(new ContactForm.Flaw("", "too-many")));
        }
        rows.add(me.company(), me.person(), contact);
        return ResponseEntity.status(HttpStatus.CREATED).body(item(plan, contact));
    }

    /** A full book forgets at once what was deleted. */
    private boolean thereIsRoom(SignedIn me) {
        Instant now = clock.instant();
        rows.forget(me.company(), me.person(), now.minus(TAKEN_BACK_WITHIN));
        if (rows.count(me.company(), me.person()) >= MOST_CONTACTS) {
            rows.forget(me.company(), me.person(), now);
        }
        return rows.count(me.company(), me.person()) < MOST_CONTACTS;
    }

    @PutMapping("/{id}")
    ResponseEntity<?> change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestBody ContactForm form) {
        CompanyPlan plan = plans.current(me.company());
        ContactReading reading = new ContactReading(plan);
        Contact contact = reading.read(id, form);
        if (!reading.flaws().isEmpty()) {
            return Refusal.of(reading.flaws());
        }
        found(rows.change(me.company(), me.person(), contact));
        return ResponseEntity.ok(item(plan, contact));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        found(rows.delete(me.company(), me.person(), id, clock.instant()));
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        found(rows.restore(me.company(), me.person(), id));
    }

    private static void found(boolean found) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such contact");
        }
    }
}
