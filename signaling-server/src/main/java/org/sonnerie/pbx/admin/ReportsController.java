package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.admin.ReportWords.Style;
import org.sonnerie.pbx.config.Csv;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.reports.Period;
import org.sonnerie.pbx.reports.PersonFigures;
import org.sonnerie.pbx.reports.Report;
import org.sonnerie.pbx.reports.ReportWish;
import org.sonnerie.pbx.reports.Reports;
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

/** The page of reports, and each of its tables as a file. */
@Controller("reportsPage")
@RequestMapping("/admin/reports")
class ReportsController {
    private static final int PEOPLE_SHOWN = 25;
    private static final int MOST_PARTS = 1_000_000;
    private static final String WANTED = "wanted";

    /** What is explained, in this order; the ends of their messages' keys. */
    private static final List<String> HELPS =
            List.of(
                    "days",
                    "answered",
                    "voicemail",
                    "missed",
                    "wait",
                    "within",
                    "abandoned",
                    "led-on",
                    "person",
                    "trunk",
                    "sound");

    private final Reports reports;
    private final Published published;
    private final ReportWords words;

    ReportsController(Reports reports, Published published, ReportWords words) {
        this.reports = reports;
        this.published = published;
        this.words = words;
    }

    /** What is wanted, understood. */
    private record Asked(CompanyPlan plan, Period period, Report report, int within, int part) {}

    private Asked asked(CompanyPlan plan, ReportWish wanted, String people) {
        int within = wanted.seconds();
        int part = part(people);
        Report report = reports.of(plan, wanted);
        return new Asked(plan, report.period(), report, within, part);
    }

    /** Of the list of people; as usual if nothing is asked. */
    private static int part(String people) {
        int part = people.isBlank() ? 1 : Integer.parseInt(people.strip());
        if (part < 1 || part > MOST_PARTS) {
            throw new IllegalArgumentException("a number from 1 to " + MOST_PARTS);
        }
        return part;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) ReportWish wanted,
            @RequestParam(defaultValue = "") String people,
            Locale locale,
            Model model) {
        CompanyPlan plan = published.current(admin.company());
        Asked asked;
        try {
            asked = asked(plan, wanted, people);
            model.addAttribute("problem", false);
        } catch (IllegalArgumentException _) {
            asked = asked(plan, ReportWish.USUAL, "");
            model.addAttribute("problem", true);
        }
        choices(wanted, asked, model);
        figures(asked, locale, model);
        return "admin/reports";
    }

    private static void choices(ReportWish wanted, Asked asked, Model model) {
        model.addAttribute("helps", HELPS);
        model.addAttribute("periods", ReportWish.PERIODS);
        model.addAttribute("periodWord", wanted.periodWord());
        model.addAttribute("directions", ReportWish.DIRECTIONS);
        model.addAttribute("directionWord", wanted.directionWord());
        model.addAttribute("within", asked.within());
        model.addAttribute("part", asked.part());
    }

    private void figures(Asked asked, Locale locale, Model model) {
        Style style = new Style(locale, false);
        Report report = asked.report();
        model.addAttribute("first", style.day(asked.period().first()));
        model.addAttribute("last", style.day(asked.period().last()));
        model.addAttribute("headlines", words.headlines(report, locale));
        model.addAttribute("empty", report.traffic().all().calls() == 0);
        model.addAttribute(
                "days", report.isLong() ? words.weeks(report, style) : words.days(report, style));
        model.addAttribute("dayPlot", dayPlot(report, locale));
        model.addAttribute("hours", words.hours(report, style));
        model.addAttribute(
                "hourPlot", ReportPlot.of(report.traffic().hours(), String::valueOf, locale));
        model.addAttribute("queues", words.queues(report, asked.plan(), asked.within(), style));
        List<PersonFigures> people = report.people();
        int from = Math.min((asked.part() - 1) * PEOPLE_SHOWN, people.size());
        int to = Math.min(from + PEOPLE_SHOWN, people.size());
        model.addAttribute("people", words.people(people.subList(from, to), asked.plan(), style));
        model.addAttribute("more", people.size() > to);
        model.addAttribute("trunks", words.trunks(report, asked.plan(), style));
    }

    private static ReportPlot dayPlot(Report report, Locale locale) {
        DateTimeFormatter shortDays = ReportWords.shortDays(locale);
        if (report.isLong()) {
            List<Report.Week> weeks = report.weeks();
            return ReportPlot.of(
                    weeks.stream().map(Report.Week::calls).toList(),
                    place -> shortDays.format(weeks.get(place).first()),
                    locale);
        }
        LocalDate first = report.period().first();
        return ReportPlot.of(
                report.traffic().days(), place -> shortDays.format(first.plusDays(place)), locale);
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) ReportWish wanted,
            @RequestParam String table,
            @RequestParam(defaultValue = "") String people,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CompanyPlan plan = published.current(admin.company());
        ReportTable wantedTable;
        try {
            wantedTable = table(asked(plan, wanted, people), table, new Style(locale, true));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + wantedTable.id() + ".csv\"");
        Writer out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        out.write(Csv.line(wantedTable.columns()));
        for (ReportTable.Row row : wantedTable.rows()) {
            out.write(Csv.line(row.texts()));
        }
    }

    private ReportTable table(Asked asked, String table, Style style) {
        return switch (table) {
            case "days" -> words.days(asked.report(), style);
            case "weeks" -> words.weeks(asked.report(), style);
            case "hours" -> words.hours(asked.report(), style);
            case "queues" -> words.queues(asked.report(), asked.plan(), asked.within(), style);
            case "people" -> words.people(asked.report().people(), asked.plan(), style);
            case "trunks" -> words.trunks(asked.report(), asked.plan(), style);
            default -> throw new IllegalArgumentException("there is no such table");
        };
    }
}
