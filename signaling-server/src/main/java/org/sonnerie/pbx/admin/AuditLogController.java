package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.audit.AuditEntry;
import org.sonnerie.pbx.audit.AuditFilter;
import org.sonnerie.pbx.audit.AuditKind;
import org.sonnerie.pbx.audit.AuditLog;
import org.sonnerie.pbx.audit.AuditPage;
import org.sonnerie.pbx.audit.AuditRetention;
import org.sonnerie.pbx.audit.AuditWish;
import org.sonnerie.pbx.config.Csv;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of the audit log, and the log as a file. */
@Controller("auditLogPage")
@RequestMapping("/admin/audit-log")
class AuditLogController {
    private static final int ROWS = 50;
    private static final String WANTED = "wanted";

    private final AuditLog log;
    private final AuditRetention retention;
    private final People people;
    private final Published published;
    private final AuditWords words;

    AuditLogController(
            AuditLog log,
            AuditRetention retention,
            People people,
            Published published,
            AuditWords words) {
        this.log = log;
        this.retention = retention;
        this.people = people;
        this.published = published;
        this.words = words;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) AuditWish wanted,
            @RequestParam Optional<Long> below,
            Locale locale,
            Model model) {
        ZoneId zone = zone(admin.company());
        Optional<AuditPage> page = page(admin.company(), wanted, zone, below);
        model.addAttribute("problem", page.isEmpty());
        model.addAttribute("narrow", wanted.narrow());
        model.addAttribute("people", people.of(admin.company()));
        model.addAttribute("kinds", Arrays.stream(AuditKind.values()).map(Keyword::of).toList());
        model.addAttribute(
                "rows",
                page.map(AuditPage::entries).orElse(List.of()).stream()
                        .map(entry -> words.row(entry, zone, locale))
                        .toList());
        model.addAttribute("next", page.flatMap(AuditPage::next).orElse(0L));
        model.addAttribute("chain", words.chain(log.verify(admin.company()), locale));
        model.addAttribute("keptDays", retention.days(admin.company()));
        model.addAttribute(
                "begins",
                log.start(admin.company()).map(start -> words.begin(start, zone, locale)));
        return "admin/audit-log";
    }

    private ZoneId zone(CompanyId company) {
        return published.current(company).facts().timeZone();
    }

    /** Empty: what is wanted cannot be understood. */
    private Optional<AuditPage> page(
            CompanyId company, AuditWish wanted, ZoneId zone, Optional<Long> below) {
        try {
            return Optional.of(log.page(company, wanted.filter(zone), below, ROWS));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** All that is wanted, part by part, so that neither memory nor a connection is held for it. */
    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) AuditWish wanted,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ZoneId zone = zone(admin.company());
        AuditFilter filter = understood(wanted, zone);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"");
        Writer out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        out.write(Csv.line(words.columns(locale)));
        Optional<Long> below = Optional.empty();
        do {
            AuditPage page = log.page(admin.company(), filter, below, AuditLog.LONGEST_PAGE);
            for (AuditEntry entry : page.entries()) {
                out.write(Csv.line(words.cells(entry, zone, locale)));
            }
            below = page.next();
        } while (below.isPresent());
    }

    private static AuditFilter understood(AuditWish wanted, ZoneId zone) {
        try {
            return wanted.filter(zone);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }
}
