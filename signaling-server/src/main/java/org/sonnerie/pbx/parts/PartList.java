package org.sonnerie.pbx.parts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.publish.PlanEdits;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the parts of a kind. Thread safe. */
@Component
public class PartList {
    private static final int SHOWN = 5;

    private final PlanEdits edits;
    private final PartDesk desk;

    PartList(PlanEdits edits, PartDesk desk) {
        this.edits = edits;
        this.desk = desk;
    }

    /**
     * All parts of a kind.
     *
     * @param of whose
     * @param kind what
     * @param search letters that a name, an extension or one of its people has; empty: all
     * @return in the order of the document
     */
    public List<PartRow> all(Desk of, PartKind kind, String search) {
        Choices choices = desk.choices(of);
        PartDocument document = new PartDocument(edits.document(of.company(), of.inDraft()));
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return document.all(kind).stream()
                .map(part -> row(kind, part, choices))
                .filter(row -> has(row, wanted))
                .toList();
    }

    private static boolean has(PartRow row, String wanted) {
        return Stream.concat(Stream.of(row.name(), row.extension()), row.who().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static PartRow row(PartKind kind, ObjectNode part, Choices choices) {
        String id = part.path(kind.key()).asString("");
        return new PartRow(
                id,
                part.path("name").asString(id),
                part.path("extension").asString(""),
                who(kind, part, choices));
    }

    private static List<String> who(PartKind kind, ObjectNode part, Choices choices) {
        return switch (kind) {
            case GROUP -> people(part.path("members"), choices);
            case QUEUE -> people(part.path("agents"), choices);
            case ROOM ->
                    Stream.of(part.path("owner").asString(""))
                            .filter(owner -> !owner.isEmpty())
                            .map(choices::personLabel)
                            .toList();
            case NUMBER -> List.of(choices.targetLabel(part.path("to").asString("")));
            case CALLERS -> some(part.path("numbers"));
            case PERSON, MENU, HOURS, ROUTE, ANNOUNCEMENT, TRUNK, SCREENING, COMPANY -> List.of();
        };
    }

    /** A list of thousands is shown by its beginning. */
    private static List<String> some(JsonNode texts) {
        Stream<String> first = texts.valueStream().limit(SHOWN).map(one -> one.asString(""));
        return (texts.size() > SHOWN ? Stream.concat(first, Stream.of("…")) : first).toList();
    }

    private static List<String> people(JsonNode ids, Choices choices) {
        return ids.valueStream().map(id -> choices.personLabel(id.asString(""))).toList();
    }
}
