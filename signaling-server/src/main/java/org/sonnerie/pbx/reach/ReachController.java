package org.sonnerie.pbx.reach;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the signed-in person is reached, read and set by himself (docs/protocol.md). */
@RestController
@RequestMapping("/phone/reach")
class ReachController {
    private final PlansInForce plans;

    ReachController(PlansInForce plans) {
        this.plans = plans;
    }

    /**
     * What is in force.
     *
     * @param own whether he set it; else it is what the company's plan says
     * @param ringSeconds how long his phone rings
     * @param voicemail whether he has a mailbox
     * @param reach what becomes of calls
     */
    record Answer(boolean own, int ringSeconds, boolean voicemail, ReachForm reach) {}

    /** What is wrong with what was sent. */
    record Refusal(String code, List<ReachForm.Flaw> flaws) {}

    @GetMapping
    ResponseEntity<Answer> read(@AuthenticationPrincipal SignedIn me) {
        return ResponseEntity.of(answer(me));
    }

    @PutMapping
    ResponseEntity<?> set(@AuthenticationPrincipal SignedIn me, @RequestBody ReachForm form) {
        CompanyPlan plan = plans.current(me.company());
        Optional<Person> person = plan.person(me.person());
        if (person.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        ReachReading reading = new ReachReading(plan, person.get());
        Reach reach = reading.read(form);
        if (!reading.flaws().isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .body(new Refusal("reach-refused", reading.flaws()));
        }
        plans.set(me.company(), me.person(), Optional.of(reach));
        return ResponseEntity.of(answer(me));
    }

    @DeleteMapping
    ResponseEntity<Answer> asTheCompanySays(@AuthenticationPrincipal SignedIn me) {
        if (plans.own(me.company(), me.person()).isPresent()) {
            plans.set(me.company(), me.person(), Optional.empty());
        }
        return ResponseEntity.of(answer(me));
    }

    private Optional<Answer> answer(SignedIn me) {
        CompanyPlan plan = plans.current(me.company());
        boolean own = plans.own(me.company(), me.person()).isPresent();
        return plan.person(me.person())
                .map(person ->
                        new Answer(
                                own,
                                person.ringSeconds(),
                                person.voicemail(),
                                ReachWriting.form(plan, person)));
    }
}
