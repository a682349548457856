package org.sonnerie.pbx.admin;

import org.sonnerie.pbx.admin.InvitationMail.Invited;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The buttons that send links by mail: to one, or to all who have no password yet. */
@Controller
@RequestMapping("/admin/people")
class InvitationController {
    private static final String LIST = "redirect:/admin/people";

    private final People people;
    private final InvitationMail mail;
    private final InvitationRounds rounds;

    InvitationController(People people, InvitationMail mail, InvitationRounds rounds) {
        this.people = people;
        this.mail = mail;
        this.rounds = rounds;
    }

    @PostMapping("/{id}/invite")
    String invite(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        Account account =
                people.account(admin.company(), id)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "there is no such person"));
        if (mail.isPossible()) {
            tell(mail.invite(account), account.displayName(), after);
        }
        return LIST;
    }

    @PostMapping("/invite")
    String inviteAll(@AuthenticationPrincipal SignedIn admin, RedirectAttributes after) {
        if (!rounds.begin(admin.company())) {
            after.addFlashAttribute("inviteBusy", true);
        }
        return LIST;
    }

    /** What the list says afterwards: whom the mail went to, or what to do instead. */
    static void tell(Invited invited, String name, RedirectAttributes after) {
        String key = "invite.outcome." + Keyword.of(invited.outcome());
        if (invited.outcome() == InvitationMail.Outcome.SENT) {
            after.addFlashAttribute("savedKey", key);
            after.addFlashAttribute("savedName", name);
            return;
        }
        after.addFlashAttribute("notMailed", key);
        after.addFlashAttribute("notMailedName", name);
        invited.secret()
                .ifPresent(secret -> {
                    after.addFlashAttribute("link", address(secret));
                    after.addFlashAttribute("linkFor", name);
                });
    }

    /** As the admin's own browser reached us: that is where others reach us too. */
    static String address(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("welcome", secret)
                .toUriString();
    }
}
