package org.sonnerie.pbx.publish;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ReachRule.Callers;
import org.sonnerie.pbx.plan.Spot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a person is reached, in the plan document and as a document of its own. */
public final class ReachText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CALLERS = "callers";
    private static final String WEEK = "week";
    private static final Spot OWN = new Spot("person", "", "", "reach", "");
    private static final Callers EVERYBODY = new Callers.Everybody();

    private ReachText() {}

    /**
     * Reads a document that holds nothing else.
     *
     * @param document JSON, as the member {@code reach} of a person in the plan document
     * @return what it says
     * @throws PlanDocumentException if a member is of the wrong kind or unknown
     */
    public static Reach read(String document) {
        try {
            return read(JsonPlace.part(OWN, JSON.readTree(document)));
        } catch (JacksonException e) {
            throw new PlanDocumentException(OWN, Flaw.of("not-json", e.getOriginalMessage()));
        }
    }

    /**
     * Writes a document that holds nothing else.
     *
     * @param reach to be written
     * @return JSON that {@link #read(String)} reads
     */
    public static String write(Reach reach) {
        ObjectNode root = JSON.createObjectNode();
        write(root, reach);
        return JSON.writeValueAsString(root);
    }

    /**
     * Writes a destination as documents do.
     *
     * @param destination to be written
     * @return one word, such as {@code group-mailbox:sales}
     */
    public static String word(Destination destination) {
        return DestinationText.of(destination);
    }

    static Reach read(JsonPlace at) {
        return at.complete(
                new Reach(
                        at.optionalTruth("doNotDisturb").orElse(false),
                        PeopleText.destination(at, "always"),
                        PeopleText.destination(at, "busy"),
                        PeopleText.destination(at, "noAnswer"),
                        PeopleText.destination(at, "unreachable"),
                        at.optionalObject("followMe").map(ReachText::followMe),
                        at.optionalObjects("rules", ReachText::rule),
                        Blocked.NOBODY));
    }

    private static FollowMe followMe(JsonPlace at) {
        return at.complete(new FollowMe(at.text("number"), at.number("afterSeconds")));
    }

    private static ReachRule rule(JsonPlace at) {
        return new ReachRule(
                at.text("name"),
                callers(at),
                at.optionalObject(WEEK).map(WeekText::read).orElse(Map.of()),
                PeopleText.destination(at, "to"));
    }

    private static Callers callers(JsonPlace at) {
        List<String> numbers = at.optionalTexts(Callers.NUMBERS);
        String who =
                at.optionalText(CALLERS)
                        .orElse(numbers.isEmpty() ? EVERYBODY.word() : Callers.NUMBERS);
        if (who.equals(Callers.NUMBERS) == numbers.isEmpty()) {
            throw at.wrong("expected-numbers-or-callers");
        }
        return Callers.of(who, numbers).orElseThrow(() -> at.at(CALLERS, "expected-callers"));
    }

    static void write(ObjectNode node, Reach reach) {
        node.put("doNotDisturb", reach.doNotDisturb())
                .put("always", DestinationText.of(reach.always()))
                .put("busy", DestinationText.of(reach.busy()))
                .put("noAnswer", DestinationText.of(reach.noAnswer()))
                .put("unreachable", DestinationText.of(reach.unreachable()));
        reach.followMe()
                .ifPresentOrElse(
                        other ->
                                node.putObject("followMe")
                                        .put("number", other.number())
                                        .put("afterSeconds", other.afterSeconds()),
                        () -> node.putNull("followMe"));
        ArrayNode rules = node.putArray("rules");
        reach.rules().forEach(rule -> write(rules.addObject(), rule));
    }

    private static void write(ObjectNode node, ReachRule rule) {
        node.put("name", rule.name()).put(CALLERS, rule.callers().word());
        if (rule.callers() instanceof Callers.Numbers(Set<String> numbers)) {
            ArrayNode all = node.putArray(Callers.NUMBERS);
            numbers.stream().sorted().forEach(all::add);
        }
        if (rule.week().isEmpty()) {
            node.putNull(WEEK);
        } else {
            WeekText.write(node.putObject(WEEK), rule.week());
        }
        node.put("to", DestinationText.of(rule.to()));
    }
}
