package org.sonnerie.pbx.admin;

import java.util.List;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.trunks.TrunkTest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tries a trunk from its page and says there what came of it. */
@Controller
class TrunkTestController {
    private final TrunkTest test;
    private final Published published;

    TrunkTestController(TrunkTest test, Published published) {
        this.test = test;
        this.published = published;
    }

    /**
     * One sentence.
     *
     * @param key of the message
     * @param sipStatus its first argument
     * @param millis its second
     * @param good how it is shown
     */
    record Sentence(String key, int sipStatus, String millis, boolean good) {}

    @PostMapping("/admin/trunks/{id}/test")
    String test(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        Trunk trunk =
                published
                        .current(admin.company())
                        .outside()
                        .trunk(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Sentence> sentences = test.of(trunk).stream().map(TrunkTestController::said).toList();
        after.addFlashAttribute("tested", sentences);
        return "redirect:/admin/trunks/" + trunk.id();
    }

    private static Sentence said(TrunkTest.Finding finding) {
        return new Sentence(
                "trunks.test." + Keyword.of(finding.word()),
                finding.sipStatus(),
                String.valueOf(finding.millis()),
                finding.word().good());
    }
}
