package org.sonnerie.pbx.admin;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.Carrier;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Registration;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.readiness.ReadinessChecks;
import org.sonnerie.pbx.readiness.ReadinessResult;
import org.sonnerie.pbx.readiness.ReadinessResult.Sound;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.trunks.TrunkBoard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The admin's lists of people and trunks, with how they are. */
@Controller
@RequestMapping("/admin")
class AdminController {
    private static final String ROWS = "rows";
    private static final int PEOPLE_SHOWN = 50;
    private static final double PERMILLE_OF_PERCENT = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final People people;
    private final Published published;
    private final ReadinessChecks checks;
    private final ObjectProvider<TrunkBoard> board;
    private final InvitationRounds rounds;

    AdminController(
            People people,
            Published published,
            ReadinessChecks checks,
            ObjectProvider<TrunkBoard> board,
            InvitationRounds rounds) {
        this.people = people;
        this.checks = checks;
        this.published = published;
        this.board = board;
        this.rounds = rounds;
    }

    @GetMapping("/people")
    String people(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int part,
            Locale locale,
            Model model) {
        model.addAttribute("search", search);
        model.addAttribute("inviting", rounds.board(admin.company()));
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        CompanyPlan plan = published.current(admin.company());
        Map<PersonId, ReadinessResult> last = checks.last(admin.company());
        List<Account> found =
                people.of(admin.company()).stream()
                        .filter(account -> has(account, plan, wanted))
                        .toList();
        int parts = Math.max(1, Math.ceilDiv(found.size(), PEOPLE_SHOWN));
        int shown = Math.clamp(part, 1, parts);
        model.addAttribute("count", found.size());
        model.addAttribute("part", shown);
        model.addAttribute("parts", parts);
        model.addAttribute(
                ROWS,
                found.stream()
                        .skip((shown - 1L) * PEOPLE_SHOWN)
                        .limit(PEOPLE_SHOWN)
                        .map(account -> row(account, plan, last, locale))
                        .toList());
        return "admin/people";
    }

    private static boolean has(Account account, CompanyPlan plan, String wanted) {
        String extension = plan.person(account.id()).map(Person::extension).orElse("");
        return Stream.of(account.displayName(), account.userName(), extension)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static PersonRow row(
            Account account, CompanyPlan plan, Map<PersonId, ReadinessResult> last, Locale locale) {
        return new PersonRow(
                account.id().text(),
                account.displayName(),
                account.userName(),
                plan.person(account.id()).map(Person::extension).orElse(""),
                Words.role(account.role()),
                Optional.ofNullable(last.get(account.id()))
                        .map(result -> check(result, plan, locale)));
    }

    private static CheckCell check(ReadinessResult result, CompanyPlan plan, Locale locale) {
        var sound = result.sound();
        return new CheckCell(
                "readiness." + Keyword.of(result.rating()),
                Words.colour(result.rating()),
                result.problem().map(problem -> "readiness." + Keyword.of(problem)).orElse(""),
                sound.map(Sound::lostPermille).orElse(0) / PERMILLE_OF_PERCENT,
                sound.map(Sound::roundTripMillis).orElse(0),
                sound.map(one -> one.tcp() ? "TCP" : "UDP").orElse(""),
                TIME.withLocale(locale).format(result.at().atZone(plan.facts().timeZone())));
    }

    @GetMapping("/trunks")
    String trunks(@AuthenticationPrincipal SignedIn admin, Model model) {
        List<TrunkRow> rows =
                published.current(admin.company()).outside().trunks().stream()
                        .map(this::row)
                        .toList();
        model.addAttribute(ROWS, rows);
        return "admin/trunks";
    }

    private TrunkRow row(Trunk trunk) {
        TrunkBoard known = board.getIfAvailable(TrunkBoard::new);
        TrunkBoard.Entry entry = known.of(trunk.id());
        return new TrunkRow(
                trunk.id().text(),
                trunk.name(),
                "%s:%d %s"
                        .formatted(
                                trunk.carrier().host(),
                                trunk.carrier().port(),
                                trunk.carrier().transport()),
                trunk.registration().map(account -> address(account, trunk.carrier())).orElse(""),
                String.join(", ", trunk.carrier().allowedSources()),
                new TrunkState(
                        Words.state(entry, trunk.registration().isPresent()),
                        String.valueOf(entry.sipStatus()),
                        Words.colour(entry.state()),
                        // The other states' words say it already.
                        entry.state() == TrunkBoard.State.REFUSED ? entry.detail() : ""));
    }

    private static String address(Registration account, Carrier carrier) {
        return account.user() + "@" + account.registrar().orElse(carrier.host());
    }

    /** A line of the list of people; no check: his phone was never checked. */
    record PersonRow(
            String id,
            String name,
            String userName,
            String extension,
            String roleKey,
            Optional<CheckCell> check) {}

    /** How a phone's last check came out; no path: nothing was measured. */
    record CheckCell(
            String ratingKey,
            String colour,
            String problemKey,
            double lostPercent,
            int millis,
            String path,
            String at) {}

    /** A line of the list of trunks. */
    record TrunkRow(
            String id,
            String name,
            String carrier,
            String account,
            String sources,
            TrunkState state) {}

    /**
     * How a trunk is: the key of its words with their argument, a colour, what the carrier said.
     */
    record TrunkState(String key, String sipStatus, String colour, String detail) {}
}
