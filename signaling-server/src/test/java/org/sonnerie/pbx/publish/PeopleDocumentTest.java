package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination.ToAnnouncement;
import org.sonnerie.pbx.plan.Destination.ToGroup;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Reach.When;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ReachRule.Callers;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;
import org.sonnerie.pbx.plan.Ringing.Meanwhile;
import org.sonnerie.pbx.plan.Ringing.Strategy;
import org.sonnerie.pbx.plan.Shop;
import org.sonnerie.pbx.plan.Span;
import org.sonnerie.pbx.plan.Teams;

/** How people are reached and groups ring, in the plan document. */
class PeopleDocumentTest {
    private final CompanyPlan demo = DemoCompany.plan();
    private final String document = PlanWriter.write(demo);

    private CompanyPlan read(String text) {
        return PlanReader.readUnchecked(demo.company(), demo.version().published(), text);
    }

    private String with(String part, String instead) {
        assertThat(document).contains(part);
        return document.replace(part, instead);
    }

    private List<String> problems(CompanyPlan plan) {
        return plan.problems().stream().map(PlanProblem::toString).toList();
    }

    private static final String BOBS = "\"extension\" : \"102\",";
    private static final String STRATEGY = "\"strategy\" : \"all\"";

    @Test
    void aDocumentOfBeforeThereWasAnyOfThisReadsAsBefore() {
        String old =
                document.replaceAll(
                                "(?s),\\s*\"callWaiting\" : true(,\\s*\"voicemail\" : \\w+),"
                                        + "\\s*\"email\" : null,\\s*\"language\" : null,"
                                        + "\\s*\"listed\" : true,\\s*\"department\" : null,"
                                        + "\\s*\"reach\" : \\{[^}]*}",
                                "$1")
                        .replaceAll("(?s),\\s*\"strategy\" : .*?\"otherwise\" : null", "");

        assertThat(old).doesNotContain("callWaiting", "reach", "strategy", "otherwise", "hears");
        assertThat(read(old)).isEqualTo(demo);
        assertThat(demo.people())
                .allMatch(Person::callWaiting)
                .allMatch(person -> person.reach().equals(Reach.PHONE_ONLY));
        assertThat(demo.groups()).allMatch(group -> group.ringing().equals(Ringing.ALL));
    }

    @Test
    void allOfItIsReadAndWritten() {
        Reach reach =
                new Reach(
                        true,
                        Optional.of(new ToPerson(DemoCompany.ALICE)),
                        Optional.of(new ToGroup(DemoCompany.SALES)),
                        Optional.of(new ToOutside("+33612345678", false)),
                        Optional.of(new ToAnnouncement(Shop.CLOSED)),
                        Optional.of(new FollowMe("06 98 76 54 32", 10)),
                        List.of(
                                rule(new Callers.Numbers(Set.of("+3361*", "+33712345678")), false),
                                rule(new Callers.Withheld(), true),
                                rule(new Callers.Colleagues(), true)),
                        Blocked.NOBODY);
        CompanyPlan shop = Shop.plan();
        RingGroup group =
                new RingGroup(
                        DemoCompany.SALES,
                        "Sales",
                        "200",
                        List.of(DemoCompany.ALICE),
                        40,
                        new Ringing(Strategy.LONGEST_IDLE, 12, Meanwhile.MUSIC),
                        Optional.of(new ToPerson(DemoCompany.CAROL)),
                        false);
        List<Person> people =
                List.of(
                        shop.people().getFirst(),
                        new Person(DemoCompany.BOB, "Bob", "102", 20, false, reach),
                        shop.people().getLast());
        CompanyPlan plan = shop.with(people, List.of(group)).consistent();

        String written = PlanWriter.write(plan);

        assertThat(written).contains("\"longest-idle\"", "\"music\"", "\"outside:+33612345678\"");
        assertThat(read(written)).isEqualTo(plan);
    }

    private static ReachRule rule(Callers callers, boolean always) {
        Map<DayOfWeek, List<Span>> week =
                Map.of(DayOfWeek.FRIDAY, List.of(Span.read("12:00-13:30")));
        return new ReachRule(
                "Lunch",
                callers,
                always ? Map.of() : week,
                always ? Optional.empty() : Optional.of(new ToPerson(DemoCompany.CAROL)));
    }

    @Test
    void rulesThatDoNotFitAreNamed() {
        ReachRule bad =
                new ReachRule(
                        " ",
                        new Callers.Numbers(Set.of("0612345678")),
                        Map.of(),
                        Optional.of(new ToPerson(DemoCompany.BOB)));
        Reach reach = Teams.ruled(Reach.PHONE_ONLY, List.of(bad));
        assertThat(problems(Teams.reached(demo, DemoCompany.BOB, reach)))
                .containsExactlyInAnyOrder(
                        "person \"Bob Moreau\", reach, rules[0]: it has no name",
                        "person \"Bob Moreau\", reach, rules[0]: 0612345678 is neither \"+\" and 7"
                                + " to 15 digits nor the beginning of such a number and \"*\"",
                        "person \"Bob Moreau\", reach, rules[0]: it leads to the same person");
    }

    @Test
    void errorsNameThePlace() {
        String rules = "\"rules\" : [ ]";
        refuses(
                with(rules, "\"rules\": [{\"name\": \"x\", \"callers\": \"friends\"}]"),
                "people[0].reach.rules[0].callers: one of everybody, colleagues,");
        refuses(
                with(rules, "\"rules\": [{\"name\": \"x\", \"callers\": \"numbers\"}]"),
                "people[0].reach.rules[0]: either numbers or other callers are expected");
        refuses(
                with(rules, "\"rules\": [{\"name\": \"x\", \"week\": {\"mon\": [\"9-12\"]}}]"),
                "people[0].reach.rules[0].week.mon");
        refuses(with(STRATEGY, "\"strategy\": \"random\""), "groups[0].strategy: one of [all,");
        refuses(with("\"ring-back\"", "\"silence\""), "groups[0].hears: one of [ring-back, music]");
        refuses(with("\"memberSeconds\" : 15", "\"memberSeconds\": \"15\""), "memberSeconds");
        refuses(with(BOBS, BOBS + "\"reaches\": {},"), "people[1].reaches");
        refuses(with("\"busy\" : null", "\"busy\": \"gruop:sales\""), "people[0].reach.busy");
        refuses(with("\"busy\" : null", "\"bussy\": null"), "people[0].reach.bussy");
        refuses(with("\"doNotDisturb\" : false", "\"doNotDisturb\": 1"), "reach.doNotDisturb");
        refuses(with("\"callWaiting\" : true", "\"callWaiting\": \"no\""), "people[0].callWaiting");
    }

    private void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PlanDocumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatDoesNotFitTogetherIsNamed() {
        Reach bad =
                new Reach(
                        false,
                        Optional.of(new ToOutside("+442079460000", false)),
                        Optional.of(new ToPerson(DemoCompany.BOB)),
                        Optional.of(new ToOutside("112", true)),
                        Optional.of(new ToGroup(new GroupId("none"))),
                        Optional.of(new FollowMe("200", 20)));
        assertThat(problems(Teams.reached(demo, DemoCompany.BOB, bad)))
                .containsExactlyInAnyOrder(
                        "person \"Bob Moreau\", reach, always: calls to +442079460000 are not open",
                        "person \"Bob Moreau\", reach, busy: it leads to the same person",
                        "person \"Bob Moreau\", reach, noAnswer: the outside number is not \"+\""
                                + " and 7 to 15 digits",
                        "person \"Bob Moreau\", reach, unreachable: there is no group none",
                        "person \"Bob Moreau\", reach, followMe: 200 is no number outside that may be"
                                + " called",
                        "person \"Bob Moreau\", reach, followMe: it rings after 20 s, not 0 to 19");
        assertThat(
                        problems(
                                read(
                                        with("\"memberSeconds\" : 15", "\"memberSeconds\" : 0")
                                                .replace(
                                                        "\"otherwise\" : null",
                                                        "\"otherwise\" : \"person:zoe\""))))
                .containsExactlyInAnyOrder(
                        "group \"Sales\", memberSeconds: it rings for 0 s, not 1 to 300",
                        "group \"Sales\", otherwise: there is no person zoe");
    }

    @Test
    void circlesOfForwardsAndGroupsAreNamed() {
        CompanyPlan plan =
                Teams.sales(
                        Strategy.ALL,
                        Meanwhile.RING_BACK,
                        Optional.of(new ToPerson(DemoCompany.BOB)));
        CompanyPlan always =
                Teams.reached(
                        plan,
                        DemoCompany.BOB,
                        Teams.forward(When.ALWAYS, new ToGroup(DemoCompany.SALES)));
        CompanyPlan undisturbed =
                Teams.reached(
                        plan,
                        DemoCompany.BOB,
                        Teams.undisturbed(
                                Teams.forward(When.BUSY, new ToGroup(DemoCompany.SALES))));
        CompanyPlan inVain =
                Teams.reached(
                        plan,
                        DemoCompany.BOB,
                        Teams.forward(When.NO_ANSWER, new ToGroup(DemoCompany.SALES)));
        String[] round = {
            "group \"Sales\": it leads back to itself: group \"Sales\" → person \"Bob Moreau\" →"
                    + " group \"Sales\"",
            "person \"Bob Moreau\": it leads back to itself: person \"Bob Moreau\" → group"
                    + " \"Sales\" → person \"Bob Moreau\""
        };

        assertThat(problems(always)).containsExactly(round);
        assertThat(problems(undisturbed)).containsExactly(round);
        assertThat(problems(inVain)).as("a call finds these").isEmpty();
        assertThat(
                        problems(
                                Teams.reached(
                                        demo,
                                        DemoCompany.BOB,
                                        Teams.forward(When.ALWAYS, new ToPerson(DemoCompany.BOB)))))
                .containsExactly(
                        "person \"Bob Moreau\": it leads back to itself: person \"Bob Moreau\" →"
                                + " person \"Bob Moreau\"");
    }

    @Test
    void changesAreToldAsSentences() {
        Reach reach = Teams.undisturbed(Teams.forward(When.BUSY, new ToGroup(DemoCompany.SALES)));
        CompanyPlan after =
                Teams.reached(
                        read(
                                with(STRATEGY, "\"strategy\": \"in-order\"")
                                        .replace(
                                                "\"otherwise\" : null",
                                                "\"otherwise\" : \"person:carol\"")),
                        DemoCompany.BOB,
                        reach);

        assertThat(PlanChangesTest.sentences(demo, after, Locale.ENGLISH))
                .containsExactly(
                        "person \"Bob Moreau\", reachability, do not disturb: no → yes",
                        "person \"Bob Moreau\", reachability, when busy: nothing → group \"Sales\"",
                        "group \"Sales\", order: all at once → in order",
                        "group \"Sales\", if nobody answers: nothing → person \"Carol Petit\"");
        assertThat(PlanChangesTest.sentences(demo, after, Locale.FRENCH))
                .containsExactly(
                        "personne «\u00a0Bob Moreau\u00a0», joignabilité, ne pas déranger: non → oui",
                        "personne «\u00a0Bob Moreau\u00a0», joignabilité, si occupé: rien → groupe «\u00a0Sales\u00a0»",
                        "groupe «\u00a0Sales\u00a0», ordre: tous à la fois → dans l’ordre",
                        "groupe «\u00a0Sales\u00a0», si personne ne répond: rien → personne «\u00a0Carol Petit\u00a0»");
    }
}
