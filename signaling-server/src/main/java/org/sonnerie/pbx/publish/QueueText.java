package org.sonnerie.pbx.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Serving;
import org.sonnerie.pbx.plan.Team;
import org.sonnerie.pbx.plan.Telling;
import org.sonnerie.pbx.plan.Waiting;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Queues in the plan document. */
final class QueueText {
    private QueueText() {}

    static Queue read(JsonPlace at) {
        return new Queue(
                at.read("id", QueueId::new),
                at.text("name"),
                at.text("extension"),
                new Team(
                        people(at, "agents", at.texts("agents")),
                        people(at, "supervisors", at.textsOrNone("supervisors"))),
                serving(at),
                waiting(at),
                telling(at),
                at.optionalTruth("voicemail").orElse(false));
    }

    private static List<PersonId> people(JsonPlace at, String member, List<String> ids) {
        return ids.stream().map(id -> at.converted(member, id, PersonId::new)).toList();
    }

    private static Serving serving(JsonPlace at) {
        return new Serving(
                PeopleText.word(at, "strategy", Serving.USUAL.strategy()),
                at.optionalNumber("ringSeconds").orElse(Serving.USUAL.ringSeconds()),
                at.optionalNumber("wrapUpSeconds").orElse(Serving.USUAL.wrapUpSeconds()));
    }

    private static Waiting waiting(JsonPlace at) {
        Waiting usual = Waiting.USUAL;
        Map<Character, Destination> keys = new LinkedHashMap<>();
        if (at.optionalObject("keys").isPresent()) {
            PlanReader.destinations(at, "keys")
                    .forEach((key, to) -> keys.put(at.converted("keys", key, FlowReader::key), to));
        }
        return new Waiting(
                at.optionalNumber("maxCallers").orElse(usual.mostCallers()),
                at.optionalNumber("maxWaitSeconds").orElse(usual.longestSeconds()),
                at.optionalTruth("waitWithoutAgents").orElse(usual.withoutAgents()),
                new Waiting.Overflow(
                        PeopleText.destination(at, "whenFull"),
                        PeopleText.destination(at, "whenTooLong"),
                        PeopleText.destination(at, "whenNoAgents")),
                keys);
    }

    private static Telling telling(JsonPlace at) {
        Telling usual = Telling.USUAL;
        return new Telling(
                at.optionalText("welcome"),
                at.optionalNumber("announceSeconds").orElse(usual.everySeconds()),
                at.optionalTruth("position").orElse(usual.position()),
                at.optionalTruth("waitingTime").orElse(usual.waitingTime()),
                at.optionalTexts("adverts"));
    }

    static void write(ArrayNode all, List<Queue> queues) {
        queues.forEach(queue -> write(all.addObject(), queue));
    }

    private static void write(ObjectNode node, Queue queue) {
        node.put("id", queue.id().text())
                .put("name", queue.name())
                .put("extension", queue.extension());
        ArrayNode agents = node.putArray("agents");
        queue.agents().forEach(agent -> agents.add(agent.text()));
        ArrayNode supervisors = node.putArray("supervisors");
        queue.team().supervisors().forEach(one -> supervisors.add(one.text()));
        node.put("strategy", Keyword.of(queue.serving().strategy()))
                .put("ringSeconds", queue.serving().ringSeconds())
                .put("wrapUpSeconds", queue.serving().wrapUpSeconds());
        Waiting waiting = queue.waiting();
        node.put("maxCallers", waiting.mostCallers())
                .put("maxWaitSeconds", waiting.longestSeconds())
                .put("waitWithoutAgents", waiting.withoutAgents())
                .put("whenFull", DestinationText.of(waiting.overflow().full()))
                .put("whenTooLong", DestinationText.of(waiting.overflow().tooLong()))
                .put("whenNoAgents", DestinationText.of(waiting.overflow().noAgents()));
        ObjectNode keys = node.putObject("keys");
        waiting.keys().forEach((key, to) -> keys.put(key.toString(), DestinationText.of(to)));
        Telling telling = queue.telling();
        node.put("welcome", telling.welcome().orElse(null))
                .put("announceSeconds", telling.everySeconds())
                .put("position", telling.position())
                .put("waitingTime", telling.waitingTime());
        if (telling.adverts().isEmpty()) {
            node.putNull("adverts");
        } else {
            telling.adverts().forEach(node.putArray("adverts")::add);
        }
        node.put("voicemail", queue.voicemail());
    }
}
