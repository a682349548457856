package org.sonnerie.pbx.signaling;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.signaling.Colleague.Presence;
import org.sonnerie.pbx.signaling.Colleague.State;

/**
 * Tells pages that watch how the people of their company are. It looks once a second rather than
 * following each event: however much happens in a company, each of its pages gets one change a
 * second, written once for all of them. Thread safe.
 */
final class PeopleNews {
    private final Switchboard switchboard;
    private final Plans plans;
    private final Map<CompanyId, Watched> watched = new HashMap<>();

    PeopleNews(Switchboard switchboard, Plans plans) {
        this.switchboard = switchboard;
        this.plans = plans;
    }

    /**
     * A page looks at the people, or no longer. Whoever begins is told of everybody at once.
     *
     * @param page which
     * @param on true: it begins, unless it did before
     */
    synchronized void watch(Page page, boolean on) {
        plans.companyOf(page.person())
                .ifPresent(company -> {
                    if (on) {
                        watched.computeIfAbsent(company, this::begin).add(page);
                    } else {
                        watched.computeIfPresent(company, (_, of) -> of.without(page));
                    }
                });
    }

    private Watched begin(CompanyId company) {
        return new Watched(people(company, switchboard.whoCanRing()));
    }

    /** Called every second. */
    synchronized void tick() {
        watched.entrySet().removeIf(one -> one.getValue().nobodyIsLeft(one.getKey()));
        if (!watched.isEmpty()) {
            Set<PersonId> canRing = switchboard.whoCanRing();
            watched.forEach((company, of) -> of.tell(people(company, canRing)));
        }
    }

    private Map<String, Colleague> people(CompanyId company, Set<PersonId> canRing) {
        Map<String, Colleague> people = new LinkedHashMap<>();
        for (Person person : plans.current(company).people()) {
            people.put(
                    person.extension(),
                    new Colleague(
                            person.extension(),
                            person.name(),
                            person.contact().listing().department(),
                            presence(person, canRing)));
        }
        return people;
    }

    private Presence presence(Person person, Set<PersonId> canRing) {
        List<CallView> calls = switchboard.desk().calls(person.id());
        return first(State.IN_CALL, calls.stream().filter(CallView::engages).findFirst())
                .or(() ->
                        first(State.RINGING, calls.stream().filter(PeopleNews::rings).findFirst()))
                .orElseGet(() -> Presence.idle(idle(person, canRing)));
    }

    private static boolean rings(CallView view) {
        return view.incoming() && view.state() == CallView.State.RINGING;
    }

    private static Optional<Presence> first(State state, Optional<CallView> call) {
        return call.map(CallView::times)
                .map(times -> new Presence(state, Optional.of(since(times))));
    }

    private static Instant since(CallView.Times times) {
        return times.answered().orElse(times.began());
    }

    private State idle(Person person, Set<PersonId> canRing) {
        if (!switchboard.available(person.id()) || person.reach().doNotDisturb()) {
            return State.DO_NOT_DISTURB;
        }
        return canRing.contains(person.id()) ? State.AVAILABLE : State.ASLEEP;
    }

    /** A company whose people are watched. */
    private final class Watched {
        private final Set<Page> pages = new LinkedHashSet<>();
        private Map<String, Colleague> known;
        private List<ServerMessage.People> everybody;

        Watched(Map<String, Colleague> now) {
            known = now;
            everybody = PeopleMessages.everybody(now.values());
        }

        void add(Page page) {
            if (pages.add(page)) {
                everybody.forEach(page::send);
            }
        }

        @Nullable Watched without(Page page) {
            pages.remove(page);
            return pages.isEmpty() ? null : this;
        }

        boolean nobodyIsLeft(CompanyId company) {
            pages.removeIf(page ->
                    !switchboard.has(page)
                            || plans.companyOf(page.person()).filter(company::equals).isEmpty());
            return pages.isEmpty();
        }

        void tell(Map<String, Colleague> now) {
            if (now.equals(known)) {
                return;
            }
            List<Colleague> changed =
                    now.values().stream()
                            .filter(one -> !one.equals(known.get(one.extension())))
                            .toList();
            boolean somebodyLeft = !now.keySet().containsAll(known.keySet());
            known = now;
            everybody = PeopleMessages.everybody(now.values());
            List<ServerMessage.People> news =
                    somebodyLeft ? everybody : PeopleMessages.changes(changed);
            pages.forEach(page -> news.forEach(page::send));
        }
    }
}
