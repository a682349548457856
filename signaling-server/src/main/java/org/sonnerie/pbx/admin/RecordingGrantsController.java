package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.recording.Grant;
import org.sonnerie.pbx.recording.GrantRefusedException;
import org.sonnerie.pbx.recording.Grants;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an administrator lets people hear recordings of others. */
@Controller("recordingGrantsPage")
@RequestMapping("/admin/recordings/grants")
class RecordingGrantsController {
    private static final String PAGE = "admin/recording-grants";
    private static final String BACK = "redirect:/admin/recordings/grants";

    private final Grants grants;
    private final People people;
    private final Published published;

    RecordingGrantsController(Grants grants, People people, Published published) {
        this.grants = grants;
        this.people = people;
        this.published = published;
    }

    /** A line of the list; the parts are their names. */
    record Row(
            String person,
            String name,
            boolean everything,
            List<String> queues,
            List<String> groups,
            List<String> people,
            boolean download) {}

    /** Something was seen that is there no more. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String now;

        OvertakenException(String now) {
            super("overtaken");
            this.now = now;
        }
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> person,
            Model model) {
        GrantForm form =
                person.flatMap(id -> of(admin.company(), id))
                        .map(GrantForm::of)
                        .orElseGet(GrantForm::empty);
        return page(admin, form, model);
    }

    private Optional<Grant> of(CompanyId company, String person) {
        return grants.of(company).stream()
                .filter(one -> one.person().text().equals(person))
                .findFirst();
    }

    private String page(SignedIn admin, GrantForm form, Model model) {
        CompanyPlan plan = published.current(admin.company());
        List<Account> all =
                people.of(admin.company()).stream()
                        .filter(one -> one.role().isOfCompany())
                        .toList();
        model.addAttribute("form", form);
        model.addAttribute(
                "rows",
                grants.of(admin.company()).stream().map(one -> row(one, all, plan)).toList());
        model.addAttribute(
                "accounts",
                all.stream()
                        .filter(one ->
                                one.role() != Role.ADMIN || one.id().text().equals(form.person()))
                        .toList());
        model.addAttribute("queues", plan.flow().queues());
        model.addAttribute("groups", plan.groups());
        model.addAttribute("colleagues", plan.people());
        return PAGE;
    }

    private static Row row(Grant grant, List<Account> all, CompanyPlan plan) {
        return new Row(
                grant.person().text(),
                all.stream()
                        .filter(one -> one.id().equals(grant.person()))
                        .map(Account::displayName)
                        .findFirst()
                        .orElse(grant.person().text()),
                grant.heard().everything(),
                grant.heard().queues().stream()
                        .flatMap(id -> plan.queue(id).stream())
                        .map(Queue::name)
                        .sorted()
                        .toList(),
                grant.heard().groups().stream()
                        .flatMap(id -> plan.group(id).stream())
                        .map(RingGroup::name)
                        .sorted()
                        .toList(),
                grant.heard().people().stream()
                        .flatMap(id -> plan.person(id).stream())
                        .map(Person::name)
                        .sorted()
                        .toList(),
                grant.download());
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute("form") GrantForm form,
            Model model,
            RedirectAttributes after) {
        try {
            grants.put(admin.company(), form.grant(), there -> demand(form, there));
        } catch (OvertakenException overtaken) {
            model.addAttribute("overtaken", overtaken.now);
            return page(admin, form.seeing(overtaken.now), model);
        } catch (GrantRefusedException refused) {
            model.addAttribute("wrong", Keyword.of(refused.why()));
            return page(admin, form, model);
        } catch (IllegalArgumentException noId) {
            model.addAttribute("wrong", Keyword.of(GrantRefusedException.Why.NOBODY));
            return page(admin, form, model);
        }
        after.addFlashAttribute("saved", true);
        return BACK;
    }

    private static void demand(GrantForm form, Optional<Grant> there) {
        String now = there.map(Grant::words).orElse("");
        if (!now.equals(form.whatWasSeen())) {
            throw new OvertakenException(now);
        }
    }

    @PostMapping("/{id}/end")
    String end(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        boolean ended =
                of(admin.company(), id)
                        .filter(one -> grants.remove(admin.company(), one.person(), _ -> {}))
                        .isPresent();
        if (!ended) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such grant");
        }
        after.addFlashAttribute("ended", true);
        return BACK;
    }
}
