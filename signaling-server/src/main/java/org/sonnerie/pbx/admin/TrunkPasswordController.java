package org.sonnerie.pbx.admin;

import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the password of a trunk's account, which no page ever shows again. */
@Controller
class TrunkPasswordController {
    private final TrunkAccounts accounts;
    private final Published published;

    TrunkPasswordController(TrunkAccounts accounts, Published published) {
        this.accounts = accounts;
        this.published = published;
    }

    @PostMapping("/admin/trunks/{id}/password")
    String set(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestParam String password,
            RedirectAttributes after) {
        Trunk trunk =
                published
                        .current(admin.company())
                        .outside()
                        .trunk(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        TrunkSecret secret;
        try {
            secret = new TrunkSecret(password);
        } catch (IllegalArgumentException _) {
            after.addFlashAttribute("passwordRefused", true);
            return "redirect:/admin/trunks/" + trunk.id();
        }
        accounts.set(admin.company(), trunk.id(), secret);
        after.addFlashAttribute("savedKey", "trunks.password.saved");
        after.addFlashAttribute("savedName", trunk.name());
        return "redirect:/admin/trunks";
    }
}
