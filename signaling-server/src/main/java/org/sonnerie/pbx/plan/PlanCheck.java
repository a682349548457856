package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for everything in a plan that does not fit together. */
final class PlanCheck {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    static final String NAMELESS = "no-name";
    static final String TWICE = "twice";
    private static final int LONGEST_RINGING_SECONDS = 300;
    private static final int LONGEST_MENU_SECONDS = 60;
    private static final int MOST_TRIES = 10;

    private final CompanyPlan plan;
    private final LeadCheck lead;
    private final List<PlanProblem> problems = new ArrayList<>();

    private PlanCheck(CompanyPlan plan) {
        this.plan = plan;
        this.lead = new LeadCheck(plan, this::problem);
    }

    static List<PlanProblem> problemsOf(CompanyPlan plan) {
        PlanCheck check = new PlanCheck(plan);
        check.company();
        check.extensions();
        check.slots();
        check.ids();
        plan.people().forEach(check::person);
        plan.groups().forEach(check::group);
        plan.flow().queues().forEach(check::queue);
        plan.menus().forEach(check::menu);
        plan.rooms().forEach(check::room);
        new OutsideCheck(plan.outside(), check::problem, check.lead::leads).run();
        check.flow();
        new RecordingCheck(plan, check::problem).check();
        new VoicemailCheck(plan, check::problem).run();
        new TextCheck(plan, check::problem).run();
        return check.problems;
    }

    static List<PlanProblem> problemsOf(CompanyPlan plan, Person person) {
        PlanCheck check = new PlanCheck(plan);
        check.person(person);
        return check.problems;
    }

    private void problem(Spot spot, Flaw flaw) {
        problems.add(new PlanProblem(spot, flaw));
    }

    private void unless(boolean good, Spot spot, String word, Object... parts) {
        if (!good) {
            problem(spot, Flaw.of(word, parts));
        }
    }

    private void company() {
        CompanyFacts facts = plan.facts();
        Spot company = Spot.only("company");
        unless(!facts.name().isBlank(), company.on("name"), NAMELESS);
        unless(COUNTRY.matcher(facts.country()).matches(), company.on("country"), "bad-country");
        unless(
                LANGUAGE.matcher(facts.language()).matches(),
                company.on("language"),
                "bad-company-language");
    }

    private void extensions() {
        CountryRule country = CountryRules.of(plan.facts().country());
        Map<String, CompanyPlan.Place> taken = new HashMap<>();
        for (CompanyPlan.Place place : plan.places().toList()) {
            String extension = place.extension();
            Spot spot = Spot.of(place);
            Spot at = spot.on("extension");
            unless(!place.name().isBlank(), spot.on("name"), NAMELESS);
            unless(EXTENSION.matcher(extension).matches(), at, "bad-extension");
            unless(!country.isEmergency(extension), at, "emergency-extension", extension);
            unless(
                    plan.outside().rules().parkSlots().filter(all -> all.has(extension)).isEmpty(),
                    at,
                    "slot-extension",
                    extension);
            CompanyPlan.Place other = taken.putIfAbsent(extension, place);
            if (other != null) {
                Flaw.Named whose = new Flaw.Named(other.kind(), other.name());
                unless(false, at, "taken-extension", extension, whose);
            }
        }
    }

    private void slots() {
        CountryRule country = CountryRules.of(plan.facts().country());
        Spot spot = Spot.only("dialling").at("parkSlots");
        plan.outside().rules().parkSlots().stream()
                .flatMap(slots -> slots.all().stream())
                .filter(country::isEmergency)
                .forEach(slot -> unless(false, spot, "emergency-slot", slot));
    }

    private void ids() {
        unique("people", plan.people().stream().map(Spot::of));
        unique("groups", plan.groups().stream().map(Spot::of));
        unique("queues", plan.flow().queues().stream().map(Spot::of));
        unique("menus", plan.menus().stream().map(Spot::of));
        unique("rooms", plan.rooms().stream().map(Spot::of));
        unique("hours", plan.flow().hours().stream().map(Spot::of));
        unique("routes", plan.flow().routes().stream().map(Spot::of));
        unique("announcements", plan.flow().announcements().stream().map(Spot::of));
        unique("trunks", plan.outside().trunks().stream().map(Spot::of));
        unique("callers", plan.outside().screening().lists().stream().map(Spot::of));
        unique("numbers", plan.outside().numbers().stream().map(Spot::of));
    }

    private void unique(String list, Stream<Spot> elements) {
        Set<String> seen = new HashSet<>();
        elements.forEach(one -> {
            Spot spot = one.on(one.kind().equals("number") ? one.kind() : "id").called(list);
            unless(seen.add(one.id()), spot, TWICE, one.id());
        });
    }

    private void person(Person person) {
        ringing(Spot.of(person).on("ringSeconds"), person.ringSeconds());
        new ReachCheck(plan, this::problem, lead::leads).person(person);
    }

    private void group(RingGroup group) {
        Spot spot = Spot.of(group);
        ringing(spot.on("ringSeconds"), group.ringSeconds());
        ringing(spot.at("memberSeconds"), group.ringing().memberSeconds());
        group.otherwise().ifPresent(to -> lead.leads(spot.at("otherwise"), to));
        Spot members = spot.on("members");
        Set<PersonId> seen = new HashSet<>();
        group.members().forEach(member -> unless(seen.add(member), members, TWICE, member));
        group.members().forEach(member -> lead.person(members, member));
    }

    private void queue(Queue queue) {
        new QueueCheck(plan, this::problem, lead::leads).queue(queue);
    }

    private void ringing(Spot spot, int seconds) {
        unless(
                seconds >= 1 && seconds <= LONGEST_RINGING_SECONDS,
                spot,
                "rings-too-long",
                seconds,
                LONGEST_RINGING_SECONDS);
    }

    private void menu(Menu menu) {
        Spot spot = Spot.of(menu);
        unless(!menu.greeting().isBlank(), spot.on("greeting"), "no-greeting");
        patience(spot, menu.patience());
        menu.keys()
                .forEach((key, destination) -> {
                    Spot at = spot.on("keys").key(key);
                    unless("0123456789*".indexOf(key) >= 0, at, "no-menu-key");
                    lead.leads(at, destination);
                });
    }

    private void patience(Spot spot, Patience patience) {
        int seconds = patience.timeoutSeconds();
        unless(
                seconds >= 1 && seconds <= LONGEST_MENU_SECONDS,
                spot.on("timeoutSeconds"),
                "waits-too-long",
                seconds,
                LONGEST_MENU_SECONDS);
        int tries = patience.maxTries();
        unless(
                tries >= 1 && tries <= MOST_TRIES,
                spot.on("maxTries"),
                "greets-too-often",
                tries,
                MOST_TRIES);
        patience.nothingTyped().ifPresent(to -> lead.leads(spot.at("afterTimeout"), to));
        patience.notUnderstood().ifPresent(to -> lead.leads(spot.at("afterInvalid"), to));
    }

    private void room(Room room) {
        Spot spot = Spot.of(room);
        Spot moderator = spot.on("moderatorPin");
        unless(PIN.matcher(room.pin()).matches(), spot.on("pin"), "bad-pin");
        room.moderatorPin()
                .ifPresent(pin -> {
                    unless(PIN.matcher(pin).matches(), moderator, "bad-moderator-pin");
                    unless(!pin.equals(room.pin()), moderator, "same-pins");
                });
        Optional<PersonId> owner = room.rules().owner();
        owner.ifPresent(id -> lead.person(spot.on("owner"), id));
        unless(
                !needsModerator(room) || room.moderatorPin().isPresent() || owner.isPresent(),
                moderator,
                "no-moderator");
    }

    private static boolean needsModerator(Room room) {
        RoomRules rules = room.rules();
        return rules.waitForModerator() || rules.endsWithModerator() || rules.listenOnly();
    }

    private void flow() {
        for (Route route : plan.flow().routes()) {
            Spot spot = Spot.of(route);
            unless(
                    plan.hours(route.hours()).isPresent(),
                    spot.on("hours"),
                    "no-hours",
                    route.hours());
            lead.leads(spot.at("open"), route.open());
            lead.leads(spot.at("closed"), route.closed());
            route.holiday().ifPresent(to -> lead.leads(spot.at("holiday"), to));
        }
        for (Announcement announcement : plan.flow().announcements()) {
            Spot spot = Spot.of(announcement);
            unless(!announcement.prompt().isBlank(), spot.on("prompt"), "no-prompt");
            lead.leads(spot.at("then"), announcement.then());
        }
        new FlowCheck(plan, this::problem).run();
    }
}
