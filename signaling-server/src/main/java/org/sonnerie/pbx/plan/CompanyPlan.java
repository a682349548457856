package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One numbered version of how a company's calls go, immutable. Only a {@link #consistent} one is
 * published: every destination named in it exists, and no two things have the same extension.
 *
 * @param company whose plan
 * @param version which of the company's plans it is
 * @param facts what is true of the company as a whole
 * @param people who have phones
 * @param groups ring groups
 * @param flow what decides where calls go
 * @param rooms conference rooms
 * @param outside numbers, trunks and dialling rules
 */
public record CompanyPlan(
        CompanyId company,
        PlanVersion version,
        CompanyFacts facts,
        List<Person> people,
        List<RingGroup> groups,
        Flow flow,
        List<Room> rooms,
        Outside outside) {
    /** Copies the lists. */
    public CompanyPlan {
        people = Staff.of(people);
        groups = List.copyOf(groups);
        rooms = List.copyOf(rooms);
    }

    /**
     * The same with another flow.
     *
     * @param other instead of its own
     * @return a plan of the same version
     */
    public CompanyPlan with(Flow other) {
        return new CompanyPlan(company, version, facts, people, groups, other, rooms, outside);
    }

    /**
     * The same with other people and groups.
     *
     * @param others instead of its own people
     * @param otherGroups instead of its own groups
     * @return a plan of the same version
     */
    public CompanyPlan with(List<Person> others, List<RingGroup> otherGroups) {
        return new CompanyPlan(company, version, facts, others, otherGroups, flow, rooms, outside);
    }

    /**
     * The same with people's own rules.
     *
     * @param own people of this plan, in their order
     * @param personal which state of their rules it is
     * @return a plan of the same publication
     */
    public CompanyPlan with(List<Person> own, long personal) {
        PlanVersion both = new PlanVersion(version.published(), personal);
        return new CompanyPlan(company, both, facts, own, groups, flow, rooms, outside);
    }

    /**
     * The same with other facts.
     *
     * @param other instead of its own
     * @return a plan of the same version
     */
    public CompanyPlan with(CompanyFacts other) {
        return new CompanyPlan(company, version, other, people, groups, flow, rooms, outside);
    }

    /**
     * The same with another outside.
     *
     * @param other instead of its own
     * @return a plan of the same version
     */
    public CompanyPlan with(Outside other) {
        return new CompanyPlan(company, version, facts, people, groups, flow, rooms, other);
    }

    /**
     * Looks for what does not fit together.
     *
     * @return every place that is wrong; empty for a plan that can be published
     */
    public List<PlanProblem> problems() {
        return PlanCheck.problemsOf(this);
    }

    /**
     * Looks for what does not fit a person into this plan.
     *
     * @param person as he shall be in it
     * @return every place that is wrong
     */
    public List<PlanProblem> problems(Person person) {
        return PlanCheck.problemsOf(this, person);
    }

    /**
     * As {@link #problems()}, and looks for prompts that do not exist.
     *
     * @param prompts those there are
     * @return every place that is wrong
     */
    public List<PlanProblem> problems(Prompts prompts) {
        List<PlanProblem> problems = new ArrayList<>(problems());
        problems.addAll(PromptCheck.problemsOf(this, prompts));
        return List.copyOf(problems);
    }

    /**
     * Refuses a plan that does not fit together.
     *
     * @return this plan
     * @throws InconsistentPlanException naming every place that is wrong
     */
    public CompanyPlan consistent() {
        return without(problems());
    }

    /**
     * As {@link #consistent()}, and refuses prompts that do not exist.
     *
     * @param prompts those there are
     * @return this plan
     * @throws InconsistentPlanException naming every place that is wrong
     */
    public CompanyPlan consistent(Prompts prompts) {
        return without(problems(prompts));
    }

    private CompanyPlan without(List<PlanProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InconsistentPlanException(problems);
        }
        return this;
    }

    /**
     * Finds a person.
     *
     * @param id who
     * @return empty if the plan has no such person
     */
    public Optional<Person> person(PersonId id) {
        return Staff.of(people).find(id);
    }

    /**
     * Finds a ring group.
     *
     * @param id which
     * @return empty if the plan has no such group
     */
    public Optional<RingGroup> group(GroupId id) {
        return find(groups, RingGroup::id, id);
    }

    /**
     * Finds a queue.
     *
     * @param id which
     * @return empty if the plan has no such queue
     */
    public Optional<Queue> queue(QueueId id) {
        return find(flow.queues(), Queue::id, id);
    }

    /**
     * Finds a menu.
     *
     * @param id which
     * @return empty if the plan has no such menu
     */
    public Optional<Menu> menu(MenuId id) {
        return find(flow.menus(), Menu::id, id);
    }

    /**
     * All menus.
     *
     * @return in the order of the document
     */
    public List<Menu> menus() {
        return flow.menus();
    }

    /**
     * Finds a room.
     *
     * @param id which
     * @return empty if the plan has no such room
     */
    public Optional<Room> room(RoomId id) {
        return find(rooms, Room::id, id);
    }

    /**
     * Finds a trunk.
     *
     * @param id which
     * @return empty if the plan has no such trunk
     */
    public Optional<Trunk> trunk(TrunkId id) {
        return find(outside.trunks(), Trunk::id, id);
    }

    /**
     * Finds opening hours.
     *
     * @param id which
     * @return empty if the plan has no such hours
     */
    public Optional<Hours> hours(HoursId id) {
        return find(flow.hours(), Hours::id, id);
    }

    /**
     * Finds a route.
     *
     * @param id which
     * @return empty if the plan has no such route
     */
    public Optional<Route> route(RouteId id) {
        return find(flow.routes(), Route::id, id);
    }

    /**
     * Finds an announcement.
     *
     * @param id which
     * @return empty if the plan has no such announcement
     */
    public Optional<Announcement> announcement(AnnouncementId id) {
        return find(flow.announcements(), Announcement::id, id);
    }

    /**
     * What has an extension.
     *
     * @param extension as dialled
     * @return empty if nothing has it
     */
    public Optional<Destination> atExtension(String extension) {
        Optional<Person> person = Staff.of(people).at(extension);
        return person.isPresent()
                ? person.map(one -> new Destination.ToPerson(one.id()))
                : otherPlaces()
                        .filter(place -> place.extension().equals(extension))
                        .map(Place::destination)
                        .findFirst();
    }

    /**
     * What stands at a destination.
     *
     * @param destination where something leads
     * @return empty if it leads to nothing that has a name and an extension
     */
    public Optional<Place> at(Destination destination) {
        Destination wanted =
                destination instanceof Destination.ToQueue(var queue, int _)
                        ? new Destination.ToQueue(queue)
                        : destination;
        return wanted instanceof Destination.ToPerson(PersonId id)
                ? person(id).map(CompanyPlan::place)
                : otherPlaces().filter(place -> place.destination().equals(wanted)).findFirst();
    }

    /**
     * Whether digits could become an extension.
     *
     * @param digits typed so far
     * @return true if an extension begins with them and is longer
     */
    public boolean longerExtensionExists(String digits) {
        return Staff.of(people).hasLongerThan(digits)
                || otherPlaces()
                        .map(Place::extension)
                        .anyMatch(extension ->
                                extension.length() > digits.length()
                                        && extension.startsWith(digits));
    }

    /** Everything that has a name and an extension. */
    Stream<Place> places() {
        return Stream.concat(people.stream().map(CompanyPlan::place), otherPlaces());
    }

    /** All places but people. */
    private Stream<Place> otherPlaces() {
        return Stream.concat(
                Stream.concat(
                        groups.stream()
                                .map(one ->
                                        new Place(
                                                "group",
                                                one.id().text(),
                                                one.name(),
                                                one.extension(),
                                                new Destination.ToGroup(one.id()))),
                        rooms.stream()
                                .map(one ->
                                        new Place(
                                                "room",
                                                one.id().text(),
                                                one.name(),
                                                one.extension(),
                                                new Destination.ToRoom(one.id())))),
                onTheWay());
    }

    private static Place place(Person one) {
        return new Place(
                "person",
                one.id().text(),
                one.name(),
                one.extension(),
                new Destination.ToPerson(one.id()));
    }

    private Stream<Place> onTheWay() {
        return Stream.of(
                        flow.queues().stream()
                                .map(one ->
                                        new Place(
                                                "queue",
                                                one.id().text(),
                                                one.name(),
                                                one.extension(),
                                                new Destination.ToQueue(one.id()))),
                        flow.menus().stream()
                                .map(one ->
                                        new Place(
                                                "menu",
                                                one.id().text(),
                                                one.name(),
                                                one.extension(),
                                                new Destination.ToMenu(one.id()))),
                        flow.routes().stream()
                                .map(one ->
                                        new Place(
                                                "route",
                                                one.id().text(),
                                                one.name(),
                                                one.extension(),
                                                new Destination.ToRoute(one.id()))),
                        flow.announcements().stream()
                                .map(one ->
                                        new Place(
                                                "announcement",
                                                one.id().text(),
                                                one.name(),
                                                one.extension(),
                                                new Destination.ToAnnouncement(one.id()))))
                .flatMap(places -> places);
    }

    /**
     * Something that can be dialled inside.
     *
     * @param kind its kind, in plain English
     * @param id its id
     * @param name its name
     * @param extension its extension
     * @param destination where that leads
     */
    public record Place(
            String kind, String id, String name, String extension, Destination destination) {
        @Override
        public String toString() {
            return kind + " \"" + name + "\"";
        }
    }

    private static <T, I> Optional<T> find(List<T> all, Function<T, I> idOf, I id) {
        return all.stream().filter(one -> idOf.apply(one).equals(id)).findFirst();
    }
}
