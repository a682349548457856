package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.passkeys.Passkey;
import org.sonnerie.pbx.passkeys.Passkeys;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** One's passkeys: registered, named, removed. */
@Controller
class PasskeyController {
    private final Passkeys passkeys;
    private final OwnPassword ownPassword;

    PasskeyController(Passkeys passkeys, OwnPassword ownPassword) {
        this.passkeys = passkeys;
        this.ownPassword = ownPassword;
    }

    /**
     * What the page sends.
     *
     * @param password once more
     */
    record Wish(String password) {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /** Options for the browser; or where the page says why there are none. */
    @PostMapping("/account/passkeys/options")
    ResponseEntity<?> options(
            @AuthenticationPrincipal SignedIn me,
            @RequestBody Wish wish,
            HttpServletRequest request) {
        Optional<Told> objection = ownPassword.objection(me, wish.password(), request);
        if (objection.isPresent()) {
            return refusal(objection.get());
        }
        Optional<String> options = passkeys.beginRegistration(me.person(), request);
        return options.isPresent()
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options.get())
                : refusal(Told.KEYS_ENOUGH);
    }

    private static ResponseEntity<Map<String, String>> refusal(Told why) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("page", why.address()));
    }

    @PostMapping("/account/passkeys")
    String register(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request) {
        if (!isLabel(label)) {
            return Told.KEY_LABEL.page();
        }
        boolean made = passkeys.register(me.person(), credential, label.strip(), request);
        return (made ? Told.KEY_ADDED : Told.KEY_REFUSED).page();
    }

    @PostMapping("/account/passkeys/{id}/name")
    String rename(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String label) {
        if (!isLabel(label)) {
            return Told.KEY_LABEL.page();
        }
        passkeys.rename(me.company(), me.person(), id, label.strip());
        return Told.KEY_NAMED.page();
    }

    @PostMapping("/account/passkeys/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        passkeys.remove(me.company(), me.person(), id);
        return Told.KEY_REMOVED.page();
    }

    private static boolean isLabel(String label) {
        return !label.isBlank() && label.length() <= Passkey.LONGEST_LABEL;
    }
}
