package org.sonnerie.pbx.parts;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.Ringing;
import org.sonnerie.pbx.plan.Serving;
import org.sonnerie.pbx.plan.Telling;
import org.sonnerie.pbx.plan.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** What a new part begins with: what most people want, and the next free extension. */
final class NewParts {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_ID = 32;
    private static final Map<PartKind, Integer> FIRST_EXTENSION =
            Map.of(
                    PartKind.PERSON, 101,
                    PartKind.GROUP, 200,
                    PartKind.QUEUE, 300,
                    PartKind.ROOM, 400,
                    PartKind.MENU, 500,
                    PartKind.ROUTE, 600,
                    PartKind.ANNOUNCEMENT, 650);
    private static final Map<String, JsonNode> USUAL =
            Map.ofEntries(
                    Map.entry("ringSeconds", NODES.numberNode(20)),
                    Map.entry("memberSeconds", NODES.numberNode(Ringing.MEMBER_SECONDS)),
                    Map.entry("wrapUpSeconds", NODES.numberNode(Serving.USUAL.wrapUpSeconds())),
                    Map.entry("maxCallers", NODES.numberNode(Waiting.USUAL.mostCallers())),
                    Map.entry("maxWaitSeconds", NODES.numberNode(Waiting.USUAL.longestSeconds())),
                    Map.entry("announceSeconds", NODES.numberNode(Telling.USUAL.everySeconds())),
                    Map.entry("timeoutSeconds", NODES.numberNode(8)),
                    Map.entry("maxTries", NODES.numberNode(3)),
                    Map.entry("port", NODES.numberNode(5_060)),
                    Map.entry("hears", NODES.stringNode("ring-back")),
                    Map.entry("announce", NODES.stringNode("tone")),
                    Map.entry("transport", NODES.stringNode("udp")),
                    Map.entry("callWaiting", NODES.booleanNode(true)),
                    Map.entry("voicemail", NODES.booleanNode(true)),
                    Map.entry("listed", NODES.booleanNode(true)),
                    Map.entry("position", NODES.booleanNode(Telling.USUAL.position())),
                    Map.entry("waitingTime", NODES.booleanNode(Telling.USUAL.waitingTime())),
                    Map.entry("extensionsDialable", NODES.booleanNode(true)));

    private NewParts() {}

    /** What each field of a new part begins with. */
    static Map<String, JsonNode> values(PartKind kind, CompanyPlan plan) {
        Map<String, JsonNode> values = new HashMap<>();
        for (Field field : kind.fields()) {
            JsonNode usual = USUAL.getOrDefault(field.name(), NullNode.getInstance());
            values.put(field.name(), usual);
        }
        values.computeIfPresent("strategy", (_, _) -> NODES.stringNode(strategy(kind)));
        values.computeIfPresent("extension", (_, _) -> NODES.stringNode(freeExtension(kind, plan)));
        if (kind == PartKind.TRUNK) {
            values.put("codecs", NODES.arrayNode().add("opus").add("pcma").add("pcmu"));
        }
        return values;
    }

    private static String strategy(PartKind kind) {
        return kind == PartKind.QUEUE ? "longest-idle" : "all";
    }

    private static String freeExtension(PartKind kind, CompanyPlan plan) {
        return IntStream.iterate(FIRST_EXTENSION.getOrDefault(kind, 101), one -> one + 1)
                .mapToObj(String::valueOf)
                .filter(extension -> isFree(extension, plan))
                .findFirst()
                .orElseThrow();
    }

    static boolean isFree(String extension, CompanyPlan plan) {
        return plan.atExtension(extension).isEmpty()
                && !isEmergency(extension, plan)
                && plan.outside().rules().parkSlots().filter(all -> all.has(extension)).isEmpty();
    }

    private static boolean isEmergency(String digits, CompanyPlan plan) {
        return Dialling.read(plan, digits)
                        instanceof Destination.ToOutside(String _, boolean always)
                && always;
    }

    /** An id that can be read, of a name: {@code front-desk}. */
    static String id(PartKind kind, String name, PartDocument document) {
        String letters =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String id = letters.substring(0, Math.min(letters.length(), LONGEST_ID));
        boolean free = !id.isEmpty() && document.find(kind, id).isEmpty();
        return free ? id : RandomText.id();
    }
}
