package org.sonnerie.pbx.admin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.admin.PartController.At;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.parts.PartDesk;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartForm;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.parts.Typed;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.people.CompanyFullException;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.people.UserNameTakenException;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms of people: who may sign in, and the phone each has. Both are saved together, or
 * neither.
 */
@Controller
@RequestMapping("/admin/people")
class PersonPages {
    private static final String LIST = "redirect:/admin/people";
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).filter(Role::isOfCompany).map(Role::word).toList();
    private static final String BASE = "/admin/people";
    private static final String FULL = "limits.people-full";

    private final PartDesk desk;
    private final PartPages pages;
    private final People people;
    private final Invitations invitations;
    private final PersonAccess access;
    private final InvitationMail mail;

    PersonPages(
            PartDesk desk,
            PartPages pages,
            People people,
            Invitations invitations,
            PersonAccess access,
            InvitationMail mail) {
        this.desk = desk;
        this.pages = pages;
        this.people = people;
        this.invitations = invitations;
        this.access = access;
        this.mail = mail;
    }

    /**
     * What is asked of an account.
     *
     * @param userName as typed
     * @param role as chosen
     * @param hasPhone whether there is a phone with it
     * @param byMail whether his link is sent by mail
     */
    record AccountForm(String userName, String role, boolean hasPhone, boolean byMail) {
        /** What is wrong, by field: a key of a message. */
        Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            if (!AccountRules.isUserName(userName)) {
                problems.put("userName", "setup.problem.user-name");
            }
            if (Role.named(role).filter(Role::isOfCompany).isEmpty()) {
                problems.put("role", "form.wrong.no-choice");
            }
            return problems;
        }
    }

    private static At at(SignedIn admin, Locale locale) {
        Desk of = new Desk(admin.company(), admin.person(), false, locale);
        return new At(of, PartKind.PERSON, BASE, BASE);
    }

    @GetMapping("/add")
    String blank(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        At at = at(admin, locale);
        AccountForm account = new AccountForm("", Role.EMPLOYEE.word(), true, false);
        return show(at, desk.blank(at.of(), PartKind.PERSON), account, Map.of(), model);
    }

    @PostMapping("/add")
    String add(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        At at = at(admin, locale);
        AccountForm asked = asked(typed);
        Map<String, String> problems = new LinkedHashMap<>(asked.problems());
        if (people.credentials(asked.userName()).isPresent()) {
            problems.put("userName", "people.taken");
        }
        if (people.room(admin.company()) == 0) {
            problems.put("userName", FULL);
        }
        if (asked.byMail() && !(asked.hasPhone() && hasAddress(typed))) {
            PartForm refused =
                    desk.typed(at.of(), PartKind.PERSON, PartPages.typed(typed))
                            .refused(
                                    Map.of("email", Sentence.of("invite.needs-address")),
                                    List.of());
            return show(at, refused, asked, problems, model);
        }
        PersonId id = new PersonId(RandomText.id());
        PartForm sent = keep(at, id.text(), asked, problems, typed);
        if (!problems.isEmpty() || sent.isRefused()) {
            return show(at, sent, asked, problems, model);
        }
        Role role = Role.named(asked.role()).orElseThrow();
        Account account = new Account(id, admin.company(), asked.userName(), sent.name(), role);
        try {
            handOver(account, invitations.invite(account), asked.byMail(), after);
        } catch (UserNameTakenException _) {
            List<String> ignored = desk.remove(at.of(), PartKind.PERSON, id.text());
            return show(at, sent, asked, Map.of("userName", "people.taken"), model);
        } catch (CompanyFullException _) {
            List<String> ignored = desk.remove(at.of(), PartKind.PERSON, id.text());
            return show(at, sent, asked, Map.of("userName", FULL), model);
        }
        return LIST;
    }

    private static boolean hasAddress(MultiValueMap<String, String> typed) {
        return !first(typed, "email").isEmpty();
    }

    private void handOver(
            Account account, String secret, boolean byMail, RedirectAttributes after) {
        if (byMail && mail.isPossible()) {
            InvitationController.tell(mail.send(account, secret), account.displayName(), after);
            return;
        }
        after.addFlashAttribute("link", InvitationController.address(secret));
        after.addFlashAttribute("linkFor", account.displayName());
    }

    @GetMapping("/{id}")
    String open(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            Locale locale,
            Model model) {
        At at = at(admin, locale);
        Account account = account(admin, id);
        model.addAttribute("access", access.of(account));
        model.addAttribute("mailAddress", mail.hasAddress(account));
        model.addAttribute("isMe", admin.person().equals(account.id()));
        Optional<PartForm> phone = desk.find(at.of(), PartKind.PERSON, id);
        PartForm form =
                phone.orElseGet(() ->
                        desk.blank(at.of(), PartKind.PERSON)
                                .of(id)
                                .with("name", account.displayName()));
        AccountForm known =
                new AccountForm(
                        account.userName(), account.role().word(), phone.isPresent(), false);
        return show(at, form, known, Map.of(), model);
    }

    @PostMapping("/{id}")
    String save(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        At at = at(admin, locale);
        Account account = account(admin, id);
        AccountForm asked =
                new AccountForm(
                        account.userName(), asked(typed).role(), asked(typed).hasPhone(), false);
        Map<String, String> problems = new LinkedHashMap<>(asked.problems());
        if (admin.person().text().equals(id) && !asked.role().equals(account.role().word())) {
            problems.put("role", "people.own-role");
        }
        PartForm sent = keep(at, id, asked, problems, typed).of(id);
        if (!problems.isEmpty() || sent.isRefused()) {
            return show(at, sent, asked, problems, model);
        }
        people.change(
                new Account(
                        account.id(),
                        account.company(),
                        account.userName(),
                        sent.name(),
                        Role.named(asked.role()).orElseThrow()));
        pages.saved(at.of(), sent.name(), "parts.saved", after);
        return LIST;
    }

    /** A new link to choose a password with; the one before it works no more. */
    @PostMapping("/{id}/link")
    String link(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        Account account = account(admin, id);
        String secret =
                invitations
                        .inviteAgain(admin.company(), account.id())
                        .orElseThrow(PersonPages::none);
        after.addFlashAttribute("link", InvitationController.address(secret));
        after.addFlashAttribute("linkFor", account.displayName());
        return LIST;
    }

    /** Saves the phone, or takes it away, unless something is wrong with the account already. */
    private PartForm keep(
            At at,
            String id,
            AccountForm asked,
            Map<String, String> problems,
            MultiValueMap<String, String> parameters) {
        Typed typed = PartPages.typed(parameters);
        PartForm sent = desk.typed(at.of(), PartKind.PERSON, typed);
        if (!problems.isEmpty()) {
            return sent;
        }
        if (asked.hasPhone()) {
            return desk.put(at.of(), PartKind.PERSON, id, typed);
        }
        if (!AccountRules.isName(sent.name())) {
            return sent;
        }
        List<Phrase> needed =
                desk.find(at.of(), PartKind.PERSON, id).isEmpty()
                        ? List.of()
                        : desk.remove(at.of(), PartKind.PERSON, id).stream()
                                .map(one -> (Phrase) new Phrase.Plain(one))
                                .toList();
        return sent.withoutProblems().refused(Map.of(), needed);
    }

    private String show(
            At at, PartForm form, AccountForm account, Map<String, String> problems, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("accountProblems", problems);
        model.addAttribute("roles", ROLES);
        model.addAttribute("mailPossible", mail.isPossible());
        pages.form(at, form, model);
        return "admin/person";
    }

    private static AccountForm asked(MultiValueMap<String, String> typed) {
        return new AccountForm(
                first(typed, "userName"),
                first(typed, "role"),
                first(typed, "phone").equals("yes"),
                first(typed, "byMail").equals("yes"));
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("").strip();
    }

    private Account account(SignedIn admin, String id) {
        return people.account(admin.company(), id).orElseThrow(PersonPages::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such person");
    }
}
