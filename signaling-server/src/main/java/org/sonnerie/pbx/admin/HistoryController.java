package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.config.Csv;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.history.CallPage;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.CallReports;
import org.sonnerie.pbx.history.LegFacts;
import org.sonnerie.pbx.history.Reader;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.history.SoundHistory;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.recording.HeardRecordings;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages of calls that are over: the list, each one's story, and the list as a file. An
 * administrator sees all, a supervisor the calls of the queues that name him.
 */
@Controller
@RequestMapping("/admin/history")
class HistoryController {
    private static final int ROWS = 50;
    private static final String WANTED = "wanted";

    private final CallHistory history;
    private final Published published;
    private final CallWords words;
    private final SoundHistory sound;
    private final CallReports reports;
    private final HeardRecordings listening;

    HistoryController(
            CallHistory history,
            SoundHistory sound,
            CallReports reports,
            HeardRecordings listening,
            Published published,
            CallWords words) {
        this.history = history;
        this.sound = sound;
        this.reports = reports;
        this.listening = listening;
        this.published = published;
        this.words = words;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) HistoryForm wanted,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        CompanyPlan plan = published.current(admin.company());
        Optional<CallPage> page = page(admin, plan, wanted, after);
        ZoneId zone = plan.facts().timeZone();
        List<CallRecord> calls = page.map(CallPage::calls).orElse(List.of());
        model.addAttribute("problem", page.isEmpty());
        model.addAttribute("people", plan.people());
        model.addAttribute(
                "rows", calls.stream().map(call -> words.row(call, zone, locale)).toList());
        model.addAttribute(
                "reported",
                reports.reported(plan.company(), calls).stream()
                        .map(CallId::text)
                        .collect(Collectors.toSet()));
        model.addAttribute("next", page.flatMap(CallPage::next).map(CallId::text).orElse(""));
        return "admin/history";
    }

    /** Empty: what is wanted cannot be understood. */
    private Optional<CallPage> page(
            SignedIn who, CompanyPlan plan, HistoryForm wanted, Optional<String> after) {
        try {
            CallFilter all = wanted.filter(plan.facts().timeZone());
            CallFilter filter = isAdmin(who) ? all : all.within(supervised(who));
            return Optional.of(history.page(plan.company(), filter, after.map(CallId::new), ROWS));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isAdmin(SignedIn who) {
        return who.role() == Role.ADMIN;
    }

    /** As the plan in force says: no longer means at once. */
    private Set<QueueId> supervised(SignedIn who) {
        return published.current(who.company()).flow().supervisedBy(who.person());
    }

    private boolean mayRead(SignedIn who, CallId call) {
        return isAdmin(who) || history.wasWith(who.company(), call, supervised(who));
    }

    /** As far as it is the reader's business. */
    private Optional<Story> told(SignedIn who, CallId call) {
        return isAdmin(who)
                ? history.story(who.company(), call)
                : history.story(who.company(), call, who.person());
    }

    /** One or none, as far as it is the reader's business. */
    private List<CallRecord> record(SignedIn who, CallId call) {
        return history.find(who.company(), call).stream()
                .map(one -> isAdmin(who) ? one : one.discreet())
                .toList();
    }

    @GetMapping("/{id}")
    String story(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            Locale locale,
            Model model) {
        CallId call = callId(id);
        if (!mayRead(admin, call)) {
            throw none();
        }
        Optional<Story> story = told(admin, call);
        List<CallRecord> record = record(admin, call);
        if (story.isEmpty() && record.isEmpty()) {
            throw none();
        }
        CompanyPlan plan = published.current(admin.company());
        ZoneId zone = plan.facts().timeZone();
        model.addAttribute(
                "reports",
                reports.of(admin.company(), call).stream()
                        .map(report -> words.report(report, plan, locale))
                        .toList());
        Sentence verdict = story.map(Story::verdict).orElse(Sentence.of("history.no-story"));
        model.addAttribute("verdict", words.say(verdict, locale));
        model.addAttribute(
                "lines",
                story.map(Story::lines).orElse(List.of()).stream()
                        .map(line -> words.line(line, zone, locale))
                        .toList());
        model.addAttribute(
                "sound",
                sound.verdict(admin.company(), call, Reader.ANYBODY)
                        .map(sounded -> words.say(sounded.sentence(), locale))
                        .orElse(""));
        model.addAttribute(
                "recordings",
                listening.ofCall(admin, id).stream()
                        .map(one -> RecordingRow.of(one, plan, locale))
                        .toList());
        model.addAttribute(
                "row", record.stream().map(one -> words.row(one, zone, locale)).toList());
        legs(admin, record, zone, locale, model);
        return "admin/story";
    }

    /** The numbers at which colleagues are followed are in the legs: for administrators only. */
    private void legs(
            SignedIn who, List<CallRecord> record, ZoneId zone, Locale locale, Model model) {
        model.addAttribute(
                "legs",
                record.stream()
                        .flatMap(one -> one.legs().stream())
                        .map(leg -> words.leg(leg, zone, locale))
                        .toList());
        List<LegFacts> facts =
                record.isEmpty() || !isAdmin(who)
                        ? List.of()
                        : sound.facts(who.company(), record.getFirst().call()).orElse(List.of());
        model.addAttribute(
                "sounds", facts.stream().map(leg -> words.sound(leg, zone, locale)).toList());
    }

    private static CallId callId(String id) {
        try {
            return new CallId(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such call", e);
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such call");
    }

    /** All that is wanted, part by part, so that neither memory nor a connection is held for it. */
    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) HistoryForm wanted,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CompanyPlan plan = published.current(admin.company());
        CallFilter filter = understood(wanted, plan.facts().timeZone());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.csv\"");
        Writer out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        out.write(Csv.line(words.columns(locale)));
        Optional<CallId> after = Optional.empty();
        do {
            CallPage page = history.page(plan.company(), filter, after, CallHistory.LONGEST_PAGE);
            for (CallRecord call : page.calls()) {
                out.write(Csv.line(words.cells(call, plan.facts().timeZone(), locale)));
            }
            after = page.next();
        } while (after.isPresent());
    }

    private static CallFilter understood(HistoryForm wanted, ZoneId zone) {
        try {
            return wanted.filter(zone);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }
}
