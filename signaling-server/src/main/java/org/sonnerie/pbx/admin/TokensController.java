package org.sonnerie.pbx.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.ApiToken;
import org.sonnerie.pbx.tokens.ApiTokens;
import org.sonnerie.pbx.tokens.Scope;
import org.sonnerie.pbx.tokens.TokenRefusedException;
import org.sonnerie.pbx.tokens.TokenWish;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of API tokens, for an administrator and for the provider: the list, a form for another,
 * and how to revoke one.
 */
@Controller("tokensPage")
class TokensController {
    private static final String OF_ADMIN = "/admin/tokens";
    private static final String OF_PROVIDER = "/provider/tokens";
    private static final String WANTED = "wanted";
    private static final Form FRESH = new Form("", List.of(), 90);

    private final ApiTokens tokens;
    private final People people;
    private final Published published;
    private final InstantSource clock;

    TokensController(ApiTokens tokens, People people, Published published, InstantSource clock) {
        this.tokens = tokens;
        this.people = people;
        this.published = published;
        this.clock = clock;
    }

    /** What was typed. */
    record Form(@Nullable String name, @Nullable List<String> scopes, @Nullable Integer days) {
        TokenWish wish() {
            Set<Scope> known =
                    chosen().stream()
                            .map(Scope::read)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toUnmodifiableSet());
            return new TokenWish(name == null ? "" : name, known, days == null ? 0 : days);
        }

        List<String> chosen() {
            return scopes == null ? List.of() : scopes;
        }
    }

    /** A line of the list. */
    record Row(
            String id,
            String name,
            String prefix,
            String scopes,
            String by,
            String used,
            String expires,
            boolean over) {}

    @GetMapping({OF_ADMIN, OF_PROVIDER})
    String list(@AuthenticationPrincipal SignedIn admin, Locale locale, Model model) {
        return page(admin, FRESH, locale, model);
    }

    private String page(SignedIn admin, Form shown, Locale locale, Model model) {
        model.addAttribute(WANTED, shown);
        model.addAttribute("chosen", shown.chosen());
        model.addAttribute("here", here(admin));
        ZoneId zone = zone(admin);
        Map<PersonId, String> names =
                people.of(admin.company()).stream()
                        .collect(Collectors.toMap(Account::id, Account::displayName));
        model.addAttribute("scopes", Scope.of(admin.role()).stream().map(Scope::text).toList());
        model.addAttribute(
                "rows",
                tokens.of(admin).stream().map(token -> row(token, names, zone, locale)).toList());
        return here(admin).substring(1);
    }

    private static String here(SignedIn who) {
        return who.role() == Role.PROVIDER ? OF_PROVIDER : OF_ADMIN;
    }

    private ZoneId zone(SignedIn who) {
        return who.role() == Role.PROVIDER
                ? ZoneId.systemDefault()
                : published.current(who.company()).facts().timeZone();
    }

    private Row row(ApiToken token, Map<PersonId, String> names, ZoneId zone, Locale locale) {
        return new Row(
                token.id(),
                token.name(),
                token.prefix(),
                token.scopesText(),
                names.getOrDefault(token.person(), token.person().text()),
                token.life().used().map(at -> moment(at, zone, locale)).orElse(""),
                moment(token.life().expires(), zone, locale),
                !token.life().expires().isAfter(clock.instant()));
    }

    private static String moment(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** The token is shown in the answer itself: it is to be kept nowhere, not even in a session. */
    @PostMapping({OF_ADMIN, OF_PROVIDER})
    String make(
            @AuthenticationPrincipal SignedIn admin,
            @ModelAttribute(WANTED) Form wanted,
            Locale locale,
            Model model) {
        try {
            ApiTokens.Made made = tokens.make(admin, wanted.wish());
            model.addAttribute("secret", made.secret());
            return page(admin, FRESH, locale, model);
        } catch (TokenRefusedException refused) {
            model.addAttribute("problem", "tokens.problem." + Keyword.of(refused.why()));
            return page(admin, wanted, locale, model);
        }
    }

    @PostMapping({OF_ADMIN + "/{id}/revoke", OF_PROVIDER + "/{id}/revoke"})
    String revoke(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            RedirectAttributes after) {
        if (!tokens.revoke(admin, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such token");
        }
        after.addFlashAttribute("revoked", true);
        return "redirect:" + here(admin);
    }
}
