package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for everything in a plan that does not fit together. */
final class PlanCheck {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern CALLING_CODE = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern CODE = Pattern.compile("[*#][0-9*#]{1,7}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** What may stand in a header field of SIP. */
    private static final Pattern ONE_LINE =
            Pattern.compile("[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*");

    private static final String NOT_ONE_LINE = " is empty or not one line";
    private static final int SHORTEST_EXPIRY_SECONDS = 60;
    private static final int LONGEST_EXPIRY_SECONDS = 7_200;
    private static final int LONGEST_RINGING_SECONDS = 300;
    private static final int LONGEST_MENU_SECONDS = 60;
    private static final int MOST_TRIES = 10;

    private final CompanyPlan plan;
    private final List<PlanProblem> problems = new ArrayList<>();

    private PlanCheck(CompanyPlan plan) {
        this.plan = plan;
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
        check.outside();
        check.flow();
        new RecordingCheck(plan, (place, what) -> check.unless(false, place, what)).check();
        new VoicemailCheck(plan, (place, what) -> check.unless(false, place, what)).run();
        return check.problems;
    }

    static List<PlanProblem> problemsOf(CompanyPlan plan, Person person) {
        PlanCheck check = new PlanCheck(plan);
        check.person(person);
        return check.problems;
    }

    private void unless(boolean good, String place, String what) {
        if (!good) {
            problems.add(new PlanProblem(place, what));
        }
    }

    private void company() {
        CompanyFacts facts = plan.facts();
        unless(!facts.name().isBlank(), "company", "it has no name");
        unless(
                COUNTRY.matcher(facts.country()).matches(),
                "company",
                "its country is not two capital letters");
        unless(
                LANGUAGE.matcher(facts.language()).matches(),
                "company",
                "its language is not two or three small letters");
    }

    private void extensions() {
        CountryRule country = CountryRules.of(plan.facts().country());
        Map<String, CompanyPlan.Place> taken = new HashMap<>();
        for (CompanyPlan.Place place : plan.places().toList()) {
            String extension = place.extension();
            String where = place.toString();
            unless(!place.name().isBlank(), where, "it has no name");
            unless(
                    EXTENSION.matcher(extension).matches(),
                    where,
                    "its extension is not 2 to 6 digits");
            unless(
                    !country.isEmergency(extension),
                    where,
                    "its extension " + extension + " is an emergency number");
            unless(
                    plan.outside().rules().parkSlots().filter(all -> all.has(extension)).isEmpty(),
                    where,
                    "its extension " + extension + " is a park slot");
            CompanyPlan.Place other = taken.putIfAbsent(extension, place);
            if (other != null) {
                unless(false, where, "extension " + extension + " is already that of " + other);
            }
        }
    }

    private void slots() {
        CountryRule country = CountryRules.of(plan.facts().country());
        plan.outside().rules().parkSlots().stream()
                .flatMap(slots -> slots.all().stream())
                .filter(country::isEmergency)
                .forEach(slot ->
                        unless(false, "dialling, parkSlots", slot + " is an emergency number"));
    }

    private void ids() {
        unique("people", plan.people().stream().map(Person::id).toList());
        unique("groups", plan.groups().stream().map(RingGroup::id).toList());
        unique("queues", plan.flow().queues().stream().map(Queue::id).toList());
        unique("menus", plan.menus().stream().map(Menu::id).toList());
        unique("rooms", plan.rooms().stream().map(Room::id).toList());
        unique("hours", plan.flow().hours().stream().map(Hours::id).toList());
        unique("routes", plan.flow().routes().stream().map(Route::id).toList());
        unique(
                "announcements",
                plan.flow().announcements().stream().map(Announcement::id).toList());
        unique("trunks", plan.outside().trunks().stream().map(Trunk::id).toList());
        unique("callers", plan.outside().screening().lists().stream().map(CallerList::id).toList());
        unique("numbers", plan.outside().numbers().stream().map(PublicNumber::e164).toList());
    }

    private void unique(String place, List<?> ids) {
        Set<Object> seen = new HashSet<>();
        for (Object id : ids) {
            unless(seen.add(id), place, id + " stands there twice");
        }
    }

    private void person(Person person) {
        ringing("person \"" + person.name() + "\"", person.ringSeconds());
        new ReachCheck(plan, (place, what) -> unless(false, place, what), this::leadsSomewhere)
                .person(person);
    }

    private void group(RingGroup group) {
        String place = "group \"" + group.name() + "\"";
        ringing(place, group.ringSeconds());
        ringing(place + ", memberSeconds", group.ringing().memberSeconds());
        group.otherwise().ifPresent(to -> leadsSomewhere(place + ", otherwise", to));
        unique(place, group.members());
        for (PersonId member : group.members()) {
            unless(plan.person(member).isPresent(), place, "there is no person " + member);
        }
    }

    private void queue(Queue queue) {
        new QueueCheck(plan, (place, what) -> unless(false, place, what), this::leadsSomewhere)
                .queue(queue);
    }

    private void ringing(String place, int seconds) {
        unless(
                seconds >= 1 && seconds <= LONGEST_RINGING_SECONDS,
                place,
                "it rings for " + seconds + " s, not 1 to " + LONGEST_RINGING_SECONDS);
    }

    private void menu(Menu menu) {
        String place = "menu \"" + menu.name() + "\"";
        unless(!menu.greeting().isBlank(), place, "it has no greeting");
        patience(place, menu.patience());
        menu.keys()
                .forEach((key, destination) -> {
                    String where = place + ", key " + key;
                    unless(
                            "0123456789*".indexOf(key) >= 0,
                            where,
                            "there is no such key in a menu");
                    leadsSomewhere(where, destination);
                });
    }

    private void patience(String place, Patience patience) {
        int seconds = patience.timeoutSeconds();
        unless(
                seconds >= 1 && seconds <= LONGEST_MENU_SECONDS,
                place,
                "it waits " + seconds + " s, not 1 to " + LONGEST_MENU_SECONDS);
        int tries = patience.maxTries();
        unless(
                tries >= 1 && tries <= MOST_TRIES,
                place,
                "it greets " + tries + " times, not 1 to " + MOST_TRIES);
        patience.nothingTyped().ifPresent(to -> leadsSomewhere(place + ", afterTimeout", to));
        patience.notUnderstood().ifPresent(to -> leadsSomewhere(place + ", afterInvalid", to));
    }

    private void room(Room room) {
        String place = "room \"" + room.name() + "\"";
        unless(PIN.matcher(room.pin()).matches(), place, "its PIN is not 4 to 12 digits");
        room.moderatorPin()
                .ifPresent(pin -> {
                    unless(
                            PIN.matcher(pin).matches(),
                            place,
                            "its moderator PIN is not 4 to 12 digits");
                    unless(!pin.equals(room.pin()), place, "both its PINs are the same");
                });
        Optional<PersonId> owner = room.rules().owner();
        owner.ifPresent(
                id -> unless(plan.person(id).isPresent(), place, "there is no person " + id));
        unless(
                !needsModerator(room) || room.moderatorPin().isPresent() || owner.isPresent(),
                place,
                "it depends on a moderator, but has no moderator PIN and no owner");
    }

    private static boolean needsModerator(Room room) {
        RoomRules rules = room.rules();
        return rules.waitForModerator() || rules.endsWithModerator() || rules.listenOnly();
    }

    private void outside() {
        for (PublicNumber number : plan.outside().numbers()) {
            String place = "number " + number.e164();
            unless(
                    E164.matcher(number.e164()).matches(),
                    place,
                    "it is not \"+\" and 7 to 15 digits");
            leadsSomewhere(place, number.destination());
        }
        plan.outside().trunks().forEach(this::trunk);
        new ScreeningCheck(
                        plan.outside(),
                        (place, what) -> unless(false, place, what),
                        this::leadsSomewhere)
                .run();
        DialRules rules = plan.outside().rules();
        rules.codes()
                .forEach((code, destination) -> {
                    String place = "code " + code;
                    unless(CODE.matcher(code).matches(), place, "it is not * or # and more");
                    leadsSomewhere(place, destination);
                });
        for (String open : rules.openCallingCodes()) {
            unless(
                    CALLING_CODE.matcher(open).matches(),
                    "open calling code " + open,
                    "it is not 1 to 7 digits");
        }
    }

    private void trunk(Trunk trunk) {
        String place = "trunk \"" + trunk.name() + "\"";
        Carrier carrier = trunk.carrier();
        unless(!carrier.host().isBlank(), place, "it has no host");
        unless(
                carrier.host().isBlank() || HOST.matcher(carrier.host()).matches(),
                place,
                "its host is neither a name nor an address");
        unless(carrier.port() >= 1 && carrier.port() <= 65_535, place, "its port is not one");
        unless(!carrier.codecs().isEmpty(), place, "it has no codec");
        trunk.callerNumber()
                .ifPresent(number ->
                        unless(
                                E164.matcher(number).matches(),
                                place,
                                "its caller number is not \"+\" and 7 to 15 digits"));
        trunk.registration().ifPresent(account -> registration(place + ", registration", account));
    }

    private void registration(String place, Registration account) {
        unless(!account.user().isBlank(), place, "it has no user");
        unless(
                account.user().isBlank() || ONE_LINE.matcher(account.user()).matches(),
                place,
                "its user" + NOT_ONE_LINE);
        line(place, "its authUser", account.authUser());
        line(place, "its realm", account.realm());
        account.registrar()
                .ifPresent(host ->
                        unless(
                                HOST.matcher(host).matches(),
                                place,
                                "its registrar is neither a name nor an address"));
        unless(
                account.expirySeconds() >= SHORTEST_EXPIRY_SECONDS
                        && account.expirySeconds() <= LONGEST_EXPIRY_SECONDS,
                place,
                "it lasts %d s, not %d to %d"
                        .formatted(
                                account.expirySeconds(),
                                SHORTEST_EXPIRY_SECONDS,
                                LONGEST_EXPIRY_SECONDS));
    }

    private void line(String place, String what, Optional<String> text) {
        unless(
                text.map(line -> ONE_LINE.matcher(line).matches()).orElse(true),
                place,
                what + NOT_ONE_LINE);
    }

    private void flow() {
        for (Route route : plan.flow().routes()) {
            String place = "route \"" + route.name() + "\"";
            unless(
                    plan.hours(route.hours()).isPresent(),
                    place,
                    "there are no hours " + route.hours());
            leadsSomewhere(place + ", open", route.open());
            leadsSomewhere(place + ", closed", route.closed());
            route.holiday().ifPresent(to -> leadsSomewhere(place + ", holiday", to));
        }
        for (Announcement announcement : plan.flow().announcements()) {
            String place = "announcement \"" + announcement.name() + "\"";
            unless(!announcement.prompt().isBlank(), place, "it has no prompt");
            leadsSomewhere(place + ", then", announcement.then());
        }
        new FlowCheck(plan, (place, what) -> unless(false, place, what)).run();
    }

    private void leadsSomewhere(String place, Destination destination) {
        switch (destination) {
            case Destination.ToPerson(var id) ->
                    unless(plan.person(id).isPresent(), place, "there is no person " + id);
            case Destination.ToGroup(var id) ->
                    unless(plan.group(id).isPresent(), place, "there is no group " + id);
            case Destination.ToQueue(var id, int _) ->
                    unless(plan.queue(id).isPresent(), place, "there is no queue " + id);
            case Destination.ToMenu(var id) ->
                    unless(plan.menu(id).isPresent(), place, "there is no menu " + id);
            case Destination.ToRoom(var id) ->
                    unless(plan.room(id).isPresent(), place, "there is no room " + id);
            case Destination.ToOutside(String number, boolean _) ->
                    unless(
                            E164.matcher(number).matches(),
                            place,
                            "the outside number is not \"+\" and 7 to 15 digits");
            case Destination.ToRoute(var id) ->
                    unless(plan.route(id).isPresent(), place, "there is no route " + id);
            case Destination.ToAnnouncement(var id) ->
                    unless(
                            plan.announcement(id).isPresent(),
                            place,
                            "there is no announcement " + id);
            case Destination.ToEcho _, Destination.ToMusic _, Destination.ToHangUp _ -> {}
            case Destination.ToOwnMailbox _, Destination.ToVoicemailAccess _ -> {}
            case Destination.ToPark _, Destination.ToPickup _, Destination.ToDirectory _ -> {}
            case Destination.ToMailbox(var box) ->
                    unless(hasOwner(box), place, "there is nobody for " + box);
            case Destination.ToMailboxOf(String extension) ->
                    unless(
                            extension.isEmpty() || plan.atExtension(extension).isPresent(),
                            place,
                            "nobody has extension " + extension);
            case Destination.ToSlot(String slot) ->
                    unless(
                            plan.outside()
                                    .rules()
                                    .parkSlots()
                                    .filter(all -> all.has(slot))
                                    .isPresent(),
                            place,
                            "there is no park slot " + slot);
            case Destination.ToNowhere _ -> unless(false, place, "it leads nowhere");
        }
    }

    private boolean hasOwner(MailboxId box) {
        return switch (box.owner()) {
            case PERSON -> plan.person(new PersonId(box.id())).isPresent();
            case GROUP -> plan.group(new GroupId(box.id())).isPresent();
            case QUEUE -> plan.queue(new QueueId(box.id())).isPresent();
        };
    }
}
