package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.PersonExport;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** What is kept of oneself, in one file. */
@Controller
class OwnExportController {
    private final People people;
    private final PersonExport export;

    OwnExportController(People people, PersonExport export) {
        this.people = people;
        this.export = export;
    }

    @GetMapping("/account/export")
    void export(@AuthenticationPrincipal SignedIn me, Locale locale, HttpServletResponse response)
            throws IOException {
        Account account =
                people.account(me.person())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sonnerie.zip\"");
        export.write(new ExportWish(account, me.person()), locale, response.getOutputStream());
    }
}
