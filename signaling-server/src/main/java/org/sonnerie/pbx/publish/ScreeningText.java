package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.CallerList;
import org.sonnerie.pbx.plan.CallerListId;
import org.sonnerie.pbx.plan.Screening;
import org.sonnerie.pbx.plan.ScreeningRule;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes caller lists and screening rules of the plan document. */
final class ScreeningText {
    private static final String LIST = "list";
    private static final String WITHHELD = "withheld";
    private static final String NUMBERS = "numbers";

    private ScreeningText() {}

    /**
     * Reads.
     *
     * @param root of the document; a plan of before there was any has no lists and rules
     * @return what is there
     */
    static Screening read(JsonPlace root) {
        return new Screening(
                root.optionalObjects("callers", ScreeningText::list),
                root.optionalObjects("screening", ScreeningText::rule));
    }

    private static CallerList list(JsonPlace at) {
        return new CallerList(at.read("id", CallerListId::new), at.text("name"), at.texts(NUMBERS));
    }

    private static ScreeningRule rule(JsonPlace at) {
        return new ScreeningRule(
                callers(at), at.optionalTexts(NUMBERS), at.read("to", DestinationText::read));
    }

    private static Callers callers(JsonPlace at) {
        boolean withheld = at.names().contains(WITHHELD) && at.truth(WITHHELD);
        if (at.optionalText(LIST).isPresent() == withheld) {
            throw at.wrong("expected-list-or-withheld");
        }
        return withheld
                ? new Callers.Withheld()
                : new Callers.Listed(at.read(LIST, CallerListId::new));
    }

    /**
     * Writes.
     *
     * @param root of the document
     * @param screening to be written
     */
    static void write(ObjectNode root, Screening screening) {
        ArrayNode lists = root.putArray("callers");
        for (CallerList list : screening.lists()) {
            ArrayNode numbers =
                    lists.addObject()
                            .put("id", list.id().text())
                            .put("name", list.name())
                            .putArray(NUMBERS);
            list.numbers().forEach(numbers::add);
        }
        ArrayNode rules = root.putArray("screening");
        screening.rules().forEach(rule -> write(rules.addObject(), rule));
    }

    private static void write(ObjectNode node, ScreeningRule rule) {
        switch (rule.callers()) {
            case Callers.Listed(CallerListId id) -> node.put(LIST, id.text());
            case Callers.Withheld() -> node.put(WITHHELD, true);
        }
        if (rule.numbers().isEmpty()) {
            node.putNull(NUMBERS);
        } else {
            ArrayNode numbers = node.putArray(NUMBERS);
            rule.numbers().forEach(numbers::add);
        }
        node.put("to", DestinationText.of(rule.destination()));
    }
}
