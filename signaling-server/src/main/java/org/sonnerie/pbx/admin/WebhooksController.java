package org.sonnerie.pbx.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.events.EventType;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.webhooks.Attempt;
import org.sonnerie.pbx.webhooks.Webhook;
import org.sonnerie.pbx.webhooks.WebhookRefusedException;
import org.sonnerie.pbx.webhooks.WebhookWish;
import org.sonnerie.pbx.webhooks.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of webhooks: the list with how each fares, a form for another, a test. */
@Controller("webhooksPage")
@RequestMapping("/admin/webhooks")
class WebhooksController {
    private static final String PAGE = "admin/webhooks";
    private static final String BACK = "redirect:/admin/webhooks";
    private static final String WANTED = "wanted";
    private static final int TRIES_SHOWN = 10;
    private static final Form FRESH =
            new Form(
                    "",
                    "https://",
                    Arrays.stream(EventType.values()).map(EventType::text).toList());

    private final Webhooks webhooks;
    private final Published published;

    WebhooksController(Webhooks webhooks, Published published) {
        this.webhooks = webhooks;
        this.published = published;
    }

    /** What was typed. */
    record Form(@Nullable String name, @Nullable String address, @Nullable List<String> events) {
        WebhookWish wish() {
            Set<EventType> known =
                    chosen().stream()
                            .map(EventType::read)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toUnmodifiableSet());
            return new WebhookWish(name == null ? "" : name, address == null ? "" : address, known);
        }

        List<String> chosen() {
            return events == null ? List.of() : events;
        }
    }

    /** A webhook in the list. */
    record Row(
            String id,
            String name,
            String address,
            String events,
            State state,
            long waiting,
            List<Try> tries) {}

    /** How it fares: a word, since when, and whether that is good. */
    record State(String word, String since, boolean bad, boolean disabled) {}

    /** A try: what became of it in a word, and in how long. */
    record Try(String at, String type, String outcome, String status, long millis, boolean good) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        return page(admin, FRESH, locale, model);
    }

    private String page(SignedIn admin, Form shown, Locale locale, Model model) {
        model.addAttribute(WANTED, shown);
        model.addAttribute("chosen", shown.chosen());
        model.addAttribute(
                "types", Arrays.stream(EventType.values()).map(EventType::text).toList());
        ZoneId zone = published.current(admin.company()).facts().timeZone();
        DateTimeFormatter moments =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone);
        model.addAttribute(
                "rows",
                webhooks.of(admin.company()).stream().map(one -> row(one, moments)).toList());
        return PAGE;
    }

    private Row row(Webhook webhook, DateTimeFormatter moments) {
        List<Attempt> tries = webhooks.attempts(webhook.company(), webhook.id()).orElse(List.of());
        return new Row(
                webhook.id(),
                webhook.name(),
                webhook.address().toString(),
                webhook.typesText(),
                state(webhook, tries.isEmpty(), moments),
                webhooks.waiting(webhook),
                tries.stream().limit(TRIES_SHOWN).map(one -> tried(one, moments)).toList());
    }

    private static State state(Webhook webhook, boolean untried, DateTimeFormatter moments) {
        Optional<Instant> disabled = webhook.health().disabledAt();
        if (disabled.isPresent()) {
            String why = webhook.health().why().map(Keyword::of).orElse("failing");
            return new State("disabled-" + why, moments.format(disabled.get()), true, true);
        }
        return webhook.health()
                .failingSince()
                .map(since -> new State("failing", moments.format(since), true, false))
                .orElseGet(() -> new State(untried ? "untried" : "works", "", false, false));
    }

    private static Try tried(Attempt attempt, DateTimeFormatter moments) {
        OptionalInt status = attempt.answer().status();
        return new Try(
                moments.format(attempt.at()),
                attempt.type(),
                Keyword.of(attempt.answer().outcome()),
                status.isPresent() ? String.valueOf(status.getAsInt()) : "",
                attempt.took().toMillis(),
                attempt.answer().outcome() == Attempt.Outcome.DELIVERED);
    }

    /** The secret is shown in the answer itself: it is to be had nowhere else. */
    @PostMapping
    String make(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) Form wanted,
            Locale locale,
            Model model) {
        try {
            Webhooks.Made made = webhooks.make(admin, wanted.wish());
            model.addAttribute("secret", made.secret());
            return page(admin, FRESH, locale, model);
        } catch (WebhookRefusedException refused) {
            model.addAttribute("problem", "webhooks.problem." + Keyword.of(refused.why()));
            return page(admin, wanted, locale, model);
        }
    }

    @PostMapping("/{id}/test")
    String test(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            Locale locale,
            Model model) {
        Attempt attempt = webhooks.test(admin.company(), id).orElseThrow(WebhooksController::none);
        OptionalInt status = attempt.answer().status();
        model.addAttribute("tested", Keyword.of(attempt.answer().outcome()));
        model.addAttribute("status", status.isPresent() ? String.valueOf(status.getAsInt()) : "");
        model.addAttribute("answer", attempt.answer().text());
        model.addAttribute("good", attempt.answer().outcome() == Attempt.Outcome.DELIVERED);
        return page(admin, FRESH, locale, model);
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        if (!webhooks.delete(admin.company(), id)) {
            throw none();
        }
        after.addFlashAttribute("done", "deleted");
        return BACK;
    }

    @PostMapping("/{id}/enable")
    String enable(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        if (!webhooks.enable(admin.company(), id)) {
            throw none();
        }
        after.addFlashAttribute("done", "enabled");
        return BACK;
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such webhook");
    }
}
