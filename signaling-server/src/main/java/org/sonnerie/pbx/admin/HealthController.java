package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.health.Check;
import org.sonnerie.pbx.health.SystemHealth;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.trunks.TrunkBoard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How the system and the company's trunks are. The system is shown to an administrator whose
 * company has it for itself; where it serves several, it is their provider's.
 */
@Controller
class HealthController {
    private final SystemHealth health;
    private final Companies companies;
    private final Published published;
    private final ObjectProvider<TrunkBoard> board;
    private final MessageSource messages;

    HealthController(
            SystemHealth health,
            Companies companies,
            Published published,
            ObjectProvider<TrunkBoard> board,
            MessageSource messages) {
        this.health = health;
        this.companies = companies;
        this.published = published;
        this.board = board;
        this.messages = messages;
    }

    /** A line of the page: what it is, how good in a colour and a word, what is to be known. */
    record Line(String name, String colour, String word, String what) {}

    @GetMapping("/admin/health")
    String page(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        CompanyPlan plan = published.current(admin.company());
        boolean own = companies.all().size() == 1;
        Stream<Line> system =
                own ? health.checks().stream().map(check -> line(check, locale)) : Stream.empty();
        List<Line> lines = Stream.concat(system, trunks(plan, locale)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("own", own);
        return "admin/health";
    }

    @GetMapping("/provider/health")
    String system(Locale locale, Model model) {
        model.addAttribute(
                "lines", health.checks().stream().map(check -> line(check, locale)).toList());
        return "provider/health";
    }

    private Line line(Check check, Locale locale) {
        String level = check.level().name().toLowerCase(Locale.ROOT);
        String key = "health." + check.part();
        return new Line(
                messages.getMessage(key, null, locale),
                Words.colour(check.level()),
                messages.getMessage("health.level." + level, null, locale),
                messages.getMessage(key + "." + level, check.facts().toArray(), locale));
    }

    private Stream<Line> trunks(CompanyPlan plan, Locale locale) {
        TrunkBoard known = board.getIfAvailable(TrunkBoard::new);
        return plan.outside().trunks().stream()
                .map(trunk -> {
                    TrunkBoard.Entry entry = known.of(trunk.id());
                    String state = Words.state(entry, trunk.registration().isPresent());
                    return new Line(
                            messages.getMessage(
                                    "health.trunk", new Object[] {trunk.name()}, locale),
                            Words.colour(entry.state()),
                            messages.getMessage(
                                    state,
                                    new Object[] {String.valueOf(entry.sipStatus())},
                                    locale),
                            entry.state() == TrunkBoard.State.REFUSED ? entry.detail() : "");
                });
    }
}
