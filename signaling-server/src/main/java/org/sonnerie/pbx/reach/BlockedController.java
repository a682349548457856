package org.sonnerie.pbx.reach;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CallerList;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom the signed-in person has blocked (docs/protocol.md). */
@RestController
@RequestMapping("/phone/blocked")
class BlockedController {
    private static final int MOST_NUMBERS = 500;

    private final PlansInForce plans;

    BlockedController(PlansInForce plans) {
        this.plans = plans;
    }

    /**
     * The whole list.
     *
     * @param numbers in their order, with how carriers may show them
     * @param withheld whether callers without a number are blocked too
     */
    record Answer(List<PhoneNumber> numbers, boolean withheld) {}

    /** A number; {@code shownAs}: how carriers may show it. */
    record PhoneNumber(String number, List<String> shownAs) {}

    /** A number to block, in any form. */
    record Wanted(@Nullable String number) {}

    /** Whether callers without a number are blocked. */
    record Withheld(boolean on) {}

    @GetMapping
    Answer all(@AuthenticationPrincipal SignedIn me) {
        return answer(me, plans.blocked(me.company(), me.person()));
    }

    private Answer answer(SignedIn me, Blocked blocked) {
        CompanyPlan plan = plans.current(me.company());
        return new Answer(
                blocked.numbers().stream()
                        .sorted()
                        .map(one -> new PhoneNumber(one, Dialling.shownAs(plan, one)))
                        .toList(),
                blocked.withheld());
    }

    @PostMapping
    ResponseEntity<?> block(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted) {
        Optional<String> number = number(me, Objects.requireNonNullElse(wanted.number(), ""));
        if (number.isEmpty()) {
            return refused("no-number");
        }
        Blocked now =
                change(
                        me,
                        before ->
                                before.numbers().size() < MOST_NUMBERS
                                        ? with(before, number.get())
                                        : before);
        return now.numbers().contains(number.get())
                ? ResponseEntity.ok(answer(me, now))
                : refused("too-many");
    }

    private static ResponseEntity<?> refused(String code) {
        return ResponseEntity.unprocessableContent()
                .body(
                        new ReachController.Refusal(
                                "blocked-refused", List.of(new ReachForm.Flaw("number", code))));
    }

    private Optional<String> number(SignedIn me, String text) {
        return Dialling.e164(plans.current(me.company()), text.strip())
                .filter(CallerList::isNumber)
                .filter(number -> !number.endsWith("*"));
    }

    private static Blocked with(Blocked before, String number) {
        Set<String> numbers = new HashSet<>(before.numbers());
        numbers.add(number);
        return new Blocked(numbers, before.withheld());
    }

    @DeleteMapping("/{number}")
    Answer unblock(@AuthenticationPrincipal SignedIn me, @PathVariable String number) {
        return answer(
                me,
                change(
                        me,
                        before -> {
                            Set<String> numbers = new HashSet<>(before.numbers());
                            numbers.remove(number);
                            return new Blocked(numbers, before.withheld());
                        }));
    }

    @PutMapping("/withheld")
    Answer withheld(@AuthenticationPrincipal SignedIn me, @RequestBody Withheld wanted) {
        return answer(me, change(me, before -> new Blocked(before.numbers(), wanted.on())));
    }

    private Blocked change(SignedIn me, UnaryOperator<Blocked> change) {
        return plans.block(me.company(), me.person(), change);
    }
}
