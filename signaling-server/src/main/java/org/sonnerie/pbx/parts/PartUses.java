package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.publish.PlanEdits;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a part is used by others. Thread safe. */
@Component
public class PartUses {
    private static final Map<PartKind, Set<String>> PLAIN_IDS =
            Map.of(
                    PartKind.PERSON, Set.of("members", "agents", "supervisors", "owner"),
                    PartKind.HOURS, Set.of("hours"),
                    PartKind.CALLERS, Set.of("list"));

    private final PlanEdits edits;

    PartUses(PlanEdits edits) {
        this.edits = edits;
    }

    /**
     * What uses a part.
     *
     * @param desk whose
     * @param kind what
     * @param id which
     * @return each part that names it
     */
    public List<Use> of(Desk desk, PartKind kind, String id) {
        PartDocument document = new PartDocument(edits.document(desk.company(), desk.inDraft()));
        List<Use> uses = new ArrayList<>();
        for (PartKind user : PartKind.values()) {
            for (ObjectNode part : document.all(user)) {
                String by = PartDocument.id(user, part);
                boolean itself = user == kind && by.equals(id);
                if (!itself && names(document.content(user, part), kind, id)) {
                    uses.add(new Use(user, by, part.path("name").asString(by)));
                }
            }
        }
        return List.copyOf(uses);
    }

    private static boolean names(JsonNode part, PartKind kind, String id) {
        for (String member : part.propertyNames()) {
            JsonNode value = part.get(member);
            boolean plain = PLAIN_IDS.getOrDefault(kind, Set.of()).contains(member);
            if (holds(value, kind, id, plain)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(JsonNode value, PartKind kind, String id, boolean plain) {
        if (value.isString()) {
            return means(value.stringValue(), kind, id, plain);
        }
        return value.isArray()
                ? value.valueStream().anyMatch(one -> holds(one, kind, id, plain))
                : value.isObject() && names(value, kind, id);
    }

    private static boolean means(String text, PartKind kind, String id, boolean plain) {
        String word = kind.word() + ":" + id;
        String mailbox = kind == PartKind.PERSON ? "mailbox:" + id : kind.word() + "-mailbox:" + id;
        return (plain && text.equals(id))
                || text.equals(word)
                || text.startsWith(word + ":")
                || text.equals(mailbox);
    }

    /**
     * A part that uses another.
     *
     * @param kind what it is
     * @param id which
     * @param name as it is called
     */
    public record Use(PartKind kind, String id, String name) {}
}
