package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of a person's page that take something away for good. */
@Controller
@RequestMapping("/admin/people/{id}")
class PersonAccessController {
    private static final String LIST = "redirect:/admin/people";

    private final People people;
    private final PersonAccess access;

    PersonAccessController(People people, PersonAccess access) {
        this.people = people;
        this.access = access;
    }

    /** Whoever has lost his second factor signs in by his password, and sets another one up. */
    @PostMapping("/second-factor")
    String reset(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        Account account = account(admin, id);
        access.reset(account);
        return done("people.factor.gone", account, after);
    }

    /** The tick says that it was meant: unlike other changes it cannot be taken back. */
    @PostMapping("/delete")
    String delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sure,
            Locale locale,
            RedirectAttributes after) {
        Account account = account(admin, id);
        if (!sure.equals("yes") || account.id().equals(admin.person())) {
            after.addFlashAttribute("notSure", true);
            return LIST + "/" + id;
        }
        List<String> needed = access.delete(admin, account, locale);
        if (!needed.isEmpty()) {
            after.addFlashAttribute("needed", needed);
            return LIST + "/" + id;
        }
        return done("people.deleted", account, after);
    }

    private static String done(String key, Account account, RedirectAttributes after) {
        after.addFlashAttribute("savedKey", key);
        after.addFlashAttribute("savedName", account.displayName());
        return LIST;
    }

    private Account account(SignedIn admin, String id) {
        return people.account(admin.company(), id)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no such person"));
    }
}
