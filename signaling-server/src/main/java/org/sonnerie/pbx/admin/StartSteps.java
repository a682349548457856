package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.admin.FlowTree.Step;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PromptUse;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Route;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.prompts.PromptDesk;
import org.sonnerie.pbx.publish.Draft;
import org.sonnerie.pbx.publish.Drafts;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.trunks.TrunkBoard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How far a company is with what it needs before it can be called: asked of what it has now, so
 * that it is true however that came about. Thread safe.
 */
@Component
class StartSteps {
    private static final String NUMBERS = "/call-flows/numbers/";

    private final Published published;
    private final Drafts drafts;
    private final ObjectProvider<TrunkBoard> board;
    private final PromptDesk prompts;
    private final CallHistory calls;

    StartSteps(
            Published published,
            Drafts drafts,
            ObjectProvider<TrunkBoard> board,
            PromptDesk prompts,
            CallHistory calls) {
        this.published = published;
        this.drafts = drafts;
        this.board = board;
        this.prompts = prompts;
        this.calls = calls;
    }

    /** What is to be done, in the order of the page. Its words stand under its keyword. */
    enum What {
        /** Colleagues with phones. */
        PEOPLE,
        /** A way to the public network. */
        TRUNK,
        /** A number, and where it leads. */
        NUMBER,
        /** Opening hours that a number comes to. */
        HOURS,
        /** Something of the company's own that callers hear. */
        GREETING,
        /** Nothing waits in a draft. */
        PUBLISH,
        /** A call was made. */
        CALL
    }

    /** How far it is. */
    enum State {
        /** There is nothing yet. */
        OPEN,
        /** There is something, but it does not do yet. */
        BEGUN,
        /** It does. */
        DONE
    }

    /**
     * One of them.
     *
     * @param what is to be done
     * @param state how far it is
     * @param said the key of the sentence that says what there is
     * @param name the sentence's argument
     * @param address of the page where it is done
     */
    record Stand(What what, State state, String said, String name, String address) {
        static Stand of(What what, State state, String said, String name, String address) {
            return new Stand(what, state, "start." + said, name, address);
        }
    }

    /** What a company has. */
    private record Company(CompanyId id, CompanyPlan plan, Optional<CompanyPlan> draft) {
        CompanyPlan newest() {
            return draft.orElse(plan);
        }
    }

    List<Stand> of(CompanyId company) {
        Company has =
                new Company(
                        company, published.current(company), drafts.find(company).map(Draft::plan));
        return List.of(
                people(has.plan()),
                trunk(has.plan()),
                number(has),
                hours(has),
                greeting(has),
                publish(has),
                call(has));
    }

    private static Stand people(CompanyPlan plan) {
        int count = plan.people().size();
        return Stand.of(
                What.PEOPLE,
                count > 1 ? State.DONE : State.OPEN,
                count > 1 ? "people.done" : "people.open",
                String.valueOf(count),
                "/people/add");
    }

    private Stand trunk(CompanyPlan plan) {
        TrunkBoard known = board.getIfAvailable(TrunkBoard::new);
        List<Trunk> trunks = plan.outside().trunks();
        if (trunks.isEmpty()) {
            return Stand.of(What.TRUNK, State.OPEN, "trunk.open", "", "/trunks/add");
        }
        Optional<Trunk> up =
                trunks.stream()
                        .filter(one -> known.of(one.id()).state() == TrunkBoard.State.UP)
                        .findFirst();
        Trunk shown = up.orElse(trunks.getFirst());
        return Stand.of(
                What.TRUNK,
                up.isPresent() ? State.DONE : State.BEGUN,
                up.isPresent() ? "trunk.done" : "trunk.begun",
                shown.name(),
                "/trunks/" + shown.id());
    }

    private static Stand number(Company has) {
        List<PublicNumber> numbers = has.plan().outside().numbers();
        Optional<PublicNumber> good = led(has.plan());
        if (good.isPresent()) {
            String number = good.get().e164();
            return Stand.of(What.NUMBER, State.DONE, "number.done", number, "/numbers");
        }
        Optional<PublicNumber> drafted = led(has.newest());
        if (drafted.isPresent()) {
            return Stand.of(
                    What.NUMBER,
                    State.BEGUN,
                    "in-draft",
                    drafted.get().e164(),
                    NUMBERS + drafted.get().e164());
        }
        return numbers.isEmpty()
                ? Stand.of(What.NUMBER, State.OPEN, "number.open", "", "/numbers/add")
                : Stand.of(
                        What.NUMBER,
                        State.BEGUN,
                        "number.nowhere",
                        numbers.getFirst().e164(),
                        "/numbers/" + numbers.getFirst().e164());
    }

    private static Optional<PublicNumber> led(CompanyPlan plan) {
        return plan.outside().numbers().stream()
                .filter(one -> !(one.destination() instanceof Destination.ToNowhere))
                .findFirst();
    }

    private static Stand hours(Company has) {
        Optional<Route> reached = reached(has.plan());
        if (reached.isPresent()) {
            return Stand.of(
                    What.HOURS,
                    State.DONE,
                    "hours.done",
                    reached.get().name(),
                    "/call-flows/hours/" + reached.get().hours());
        }
        Optional<Route> drafted = reached(has.newest());
        if (drafted.isPresent()) {
            return Stand.of(
                    What.HOURS, State.BEGUN, "in-draft", drafted.get().name(), "/call-flows");
        }
        if (has.newest().flow().hours().isEmpty()) {
            return Stand.of(What.HOURS, State.OPEN, "hours.open", "", "/call-flows/hours/add");
        }
        String name = has.newest().flow().hours().getFirst().name();
        return has.newest().flow().routes().isEmpty()
                ? Stand.of(
                        What.HOURS, State.BEGUN, "hours.no-route", name, "/call-flows/routes/add")
                : Stand.of(
                        What.HOURS,
                        State.BEGUN,
                        "hours.no-number",
                        has.newest().flow().routes().getFirst().name(),
                        "/call-flows");
    }

    /** A route that a number leads to, at once or by way of something else. */
    private static Optional<Route> reached(CompanyPlan plan) {
        Set<String> addresses =
                FlowTree.of(plan).stream()
                        .filter(root -> root.address().startsWith(NUMBERS))
                        .flatMap(StartSteps::all)
                        .map(Step::address)
                        .collect(Collectors.toSet());
        return plan.flow().routes().stream()
                .filter(route -> addresses.contains("/call-flows/routes/" + route.id()))
                .findFirst();
    }

    private static Stream<Step> all(Step step) {
        return Stream.concat(Stream.of(step), step.steps().stream().flatMap(StartSteps::all));
    }

    private Stand greeting(Company has) {
        List<String> own =
                prompts.overview(has.id()).own().stream().map(one -> one.prompt().name()).toList();
        if (own.isEmpty()) {
            return Stand.of(What.GREETING, State.OPEN, "greeting.open", "", "/prompts");
        }
        Optional<String> said = said(own, has.plan());
        if (said.isPresent()) {
            return Stand.of(What.GREETING, State.DONE, "greeting.done", said.get(), "/prompts");
        }
        return said(own, has.newest())
                .map(one -> Stand.of(What.GREETING, State.BEGUN, "in-draft", one, "/call-flows"))
                .orElseGet(() ->
                        Stand.of(
                                What.GREETING,
                                State.BEGUN,
                                "greeting.unused",
                                own.getFirst(),
                                "/call-flows/announcements/add"));
    }

    private static Optional<String> said(List<String> own, CompanyPlan plan) {
        Set<String> used = PromptUse.in(plan).keySet();
        return own.stream().filter(used::contains).findFirst();
    }

    private static Stand publish(Company has) {
        if (has.draft().isPresent()) {
            return Stand.of(What.PUBLISH, State.BEGUN, "publish.begun", "", "/call-flows");
        }
        long version = has.plan().version().published();
        return Stand.of(
                What.PUBLISH,
                version > 1 ? State.DONE : State.OPEN,
                version > 1 ? "publish.done" : "publish.open",
                String.valueOf(version),
                "/call-flows");
    }

    private Stand call(Company has) {
        boolean made = !calls.page(has.id(), CallFilter.ALL, Optional.empty(), 1).calls().isEmpty();
        if (made) {
            return Stand.of(What.CALL, State.DONE, "call.done", "", "/history");
        }
        Optional<PublicNumber> number = led(has.plan());
        return number.map(one ->
                        Stand.of(What.CALL, State.OPEN, "call.number", one.e164(), "/history"))
                .orElseGet(() ->
                        Stand.of(What.CALL, State.OPEN, "call.echo", echo(has.plan()), "/history"));
    }

    private static String echo(CompanyPlan plan) {
        return plan.outside().rules().codes().entrySet().stream()
                .filter(one -> one.getValue() instanceof Destination.ToEcho)
                .map(one -> one.getKey())
                .findFirst()
                .orElseGet(() -> plan.people().getFirst().extension());
    }
}
