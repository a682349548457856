package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sonnerie.pbx.health.Check;
import org.sonnerie.pbx.health.CompanyHealth;
import org.sonnerie.pbx.health.SystemHealth;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.trunks.TrunkBoard;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How the system and the company's trunks are. The system is shown to an administrator whose
 * company has it for itself; where it serves several, it is their provider's.
 */
@Controller("healthPage")
class HealthController {
    private final SystemHealth health;
    private final CompanyHealth companies;
    private final MessageSource messages;

    HealthController(SystemHealth health, CompanyHealth companies, MessageSource messages) {
        this.health = health;
        this.companies = companies;
        this.messages = messages;
    }

    /** A line of the page: what it is, how good in a colour and a word, what is to be known. */
    record Line(String name, String colour, String word, String what) {}

    @GetMapping("/admin/health")
    String page(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        CompanyHealth.View view = companies.of(admin.company());
        List<Line> lines =
                Stream.concat(
                                view.system().orElse(List.of()).stream()
                                        .map(check -> line(check, locale)),
                                view.trunks().stream().map(trunk -> line(trunk, locale)))
                        .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("own", view.system().isPresent());
        return "admin/health";
    }

    @GetMapping("/provider/health")
    String system(Locale locale, Model model) {
        model.addAttribute(
                "lines", health.checks().stream().map(check -> line(check, locale)).toList());
        return "provider/health";
    }

    private Line line(Check check, Locale locale) {
        return new Line(
                messages.getMessage("health." + check.part(), null, locale),
                Words.colour(check.level()),
                messages.getMessage("health.level." + Keyword.of(check.level()), null, locale),
                messages.getMessage(check.key(), check.facts().toArray(), locale));
    }

    private Line line(CompanyHealth.OfTrunk trunk, Locale locale) {
        TrunkBoard.Entry entry = trunk.entry();
        return new Line(
                messages.getMessage("health.trunk", new Object[] {trunk.trunk().name()}, locale),
                Words.colour(entry.state()),
                messages.getMessage(
                        Words.state(entry, trunk.registers()),
                        new Object[] {String.valueOf(entry.sipStatus())},
                        locale),
                trunk.detail());
    }
}
