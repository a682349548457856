package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.PersonExport;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.staff.PersonAccess;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of a person's page that take what is kept of him along, or away for good. */
@Controller
@RequestMapping("/admin/people/{id}")
class PersonAccessController {
    private static final String LIST = "redirect:/admin/people";

    private final People people;
    private final PersonAccess access;
    private final PersonExport export;

    PersonAccessController(People people, PersonAccess access, PersonExport export) {
        this.people = people;
        this.access = access;
        this.export = export;
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Account account = account(admin, id);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(account.userName() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        export.write(new ExportWish(account, admin.person()), locale, response.getOutputStream());
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
        if (!sure.equals("yes") || PersonAccess.isOwn(admin, account)) {
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
