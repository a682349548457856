package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.secondfactor.Enrolment;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's second factor: on, confirmed, off. */
@Controller
class SecondFactorController {
    private static final String ACCOUNT = "redirect:/account";
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final SecondFactors secondFactors;
    private final People people;
    private final OwnPassword ownPassword;

    SecondFactorController(SecondFactors secondFactors, People people, OwnPassword ownPassword) {
        this.secondFactors = secondFactors;
        this.people = people;
        this.ownPassword = ownPassword;
    }

    @PostMapping("/account/second-factor")
    String begin(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Optional<Told> objection = ownPassword.objection(me, password, request);
        if (objection.isPresent()) {
            return objection.get().page();
        }
        var _ = secondFactors.begin(me.company(), me.person());
        return ACCOUNT + "#second-factor";
    }

    /** Only while it is being switched on: afterwards nobody is shown the secret again. */
    @GetMapping("/account/second-factor/qr.svg")
    ResponseEntity<String> picture(@AuthenticationPrincipal SignedIn me) {
        Optional<Enrolment> begun = secondFactors.begun(me.company(), me.person());
        Optional<Account> account = people.account(me.person());
        if (begun.isEmpty() || account.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        String address = begun.get().address(account.get().userName());
        return ResponseEntity.ok().contentType(SVG).body(QrPicture.of(address));
    }

    @PostMapping("/account/second-factor/confirm")
    String confirm(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        return secondFactors
                .confirm(me.company(), me.person(), code)
                .map(codes -> codes(codes, model))
                .orElseGet(Told.CODE_WRONG::page);
    }

    /** What was begun is not wanted; what is on stays so. */
    @PostMapping("/account/second-factor/cancel")
    String cancel(@AuthenticationPrincipal SignedIn me) {
        if (!secondFactors.isOn(me.company(), me.person())) {
            secondFactors.reset(me.company(), me.person());
        }
        return ACCOUNT;
    }

    @PostMapping("/account/second-factor/off")
    String off(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Optional<Told> objection = ownPassword.objection(me, password, request);
        if (objection.isPresent()) {
            return objection.get().page();
        }
        secondFactors.reset(me.company(), me.person());
        return Told.FACTOR_OFF.page();
    }

    @PostMapping("/account/second-factor/codes")
    String renew(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        Optional<Told> objection = ownPassword.objection(me, password, request);
        if (objection.isPresent()) {
            return objection.get().page();
        }
        return secondFactors
                .renewCodes(me.company(), me.person())
                .map(codes -> codes(codes, model))
                .orElse(ACCOUNT);
    }

    private static String codes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "account/codes";
    }
}
