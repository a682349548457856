package org.sonnerie.pbx.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.RecordingRules.Consent;
import org.sonnerie.pbx.plan.RecordingRules.Rule;
import org.sonnerie.pbx.plan.RoomId;
import tools.jackson.databind.node.ObjectNode;

/** Which calls are recorded, in the plan document. All of it may be left out. */
final class RecordingText {
    private RecordingText() {}

    static RecordingRules read(JsonPlace root) {
        return root.optionalObject("recording")
                .map(at -> at.complete(rules(at)))
                .orElse(RecordingRules.NONE);
    }

    private static RecordingRules rules(JsonPlace at) {
        return new RecordingRules(
                at.optionalNumber("keepDays").orElse(RecordingRules.USUAL_DAYS),
                at.optionalText("consent")
                        .map(word -> at.converted("consent", word, RecordingText::consent))
                        .orElse(Consent.ANNOUNCE),
                each(at, "people", PersonId::new),
                each(at, "groups", GroupId::new),
                each(at, "queues", QueueId::new),
                each(at, "numbers", Function.identity()),
                each(at, "rooms", RoomId::new));
    }

    private static <K> Map<K, Rule> each(JsonPlace at, String member, Function<String, K> key) {
        Optional<JsonPlace> there = at.optionalObject(member);
        if (there.isEmpty()) {
            return Map.of();
        }
        Map<K, Rule> rules = new LinkedHashMap<>();
        at.textsByName(member)
                .forEach((name, word) -> {
                    String entry = member + "." + name;
                    rules.put(
                            at.converted(entry, name, key),
                            at.converted(entry, word, RecordingText::rule));
                });
        return rules;
    }

    private static Rule rule(String word) {
        return switch (word) {
            case "always" -> Rule.ALWAYS;
            case "on-demand" -> Rule.ON_DEMAND;
            case "never" -> Rule.NEVER;
            default ->
                    throw new FlawedTextException(
                            Flaw.of("expected-word", "[always, on-demand, never]"));
        };
    }

    private static Consent consent(String word) {
        return PlanReader.one(Consent.class, word);
    }

    static void write(ObjectNode root, RecordingRules rules) {
        ObjectNode node =
                root.putObject("recording")
                        .put("keepDays", rules.keepDays())
                        .put("consent", Keyword.of(rules.consent()));
        write(node.putObject("people"), rules.people());
        write(node.putObject("groups"), rules.groups());
        write(node.putObject("queues"), rules.queues());
        write(node.putObject("numbers"), rules.numbers());
        write(node.putObject("rooms"), rules.rooms());
    }

    private static void write(ObjectNode node, Map<?, Rule> rules) {
        rules.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(
                        entry -> node.put(entry.getKey().toString(), Keyword.of(entry.getValue())));
    }
}
