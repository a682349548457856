package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.publish.PlanDocumentException;
import org.sonnerie.pbx.publish.PlanEdits;
import org.sonnerie.pbx.publish.ToldProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds many parts of a kind in one version of the plan. */
final class ManyParts {
    private static final String NOBODYS = "";

    private final PlanEdits edits;
    private final Narrator narrator;

    ManyParts(PlanEdits edits, Narrator narrator) {
        this.edits = edits;
        this.narrator = narrator;
    }

    Map<String, List<Phrase>> add(
            Desk desk, Choices choices, PartKind kind, Map<String, Map<String, String>> typed) {
        Map<String, List<Phrase>> problems = new LinkedHashMap<>();
        Map<String, Map<String, JsonNode>> values = new LinkedHashMap<>();
        CompanyPlan plan = edits.plan(desk.company(), desk.inDraft());
        Map<String, JsonNode> usual = NewParts.values(kind, plan);
        typed.forEach(
                (id, fields) -> values.put(id, read(kind, id, fields, usual, choices, problems)));
        if (!problems.isEmpty()) {
            return problems;
        }
        UnaryOperator<String> change = document -> added(kind, document, values);
        try {
            edits.now(desk.company(), desk.by(), change, change);
            return Map.of();
        } catch (InconsistentPlanException wrong) {
            ToldProblem.all(wrong.problems(), narrator, desk.locale())
                    .forEach(told -> put(problems, kind, told));
            return problems;
        } catch (PlanDocumentException wrong) {
            put(problems, kind, ToldProblem.of(wrong.problem(), narrator, desk.locale()));
            return problems;
        }
    }

    private static void put(Map<String, List<Phrase>> problems, PartKind kind, ToldProblem told) {
        boolean ofOne = told.spot().kind().equals(kind.word());
        problems.computeIfAbsent(ofOne ? told.spot().id() : NOBODYS, _ -> new ArrayList<>())
                .add(new Phrase.Plain(ofOne ? told.what() : told.sentence()));
    }

    private static Map<String, JsonNode> read(
            PartKind kind,
            String id,
            Map<String, String> typed,
            Map<String, JsonNode> usual,
            Choices choices,
            Map<String, List<Phrase>> problems) {
        Map<String, List<String>> inputs = new HashMap<>();
        typed.forEach((name, text) -> inputs.put(name, List.of(text)));
        FieldValues reader = new FieldValues(choices, new Typed(inputs));
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            try {
                values.put(
                        field.name(),
                        typed.containsKey(field.name())
                                ? reader.read(field)
                                : usual.getOrDefault(field.name(), NullNode.getInstance()));
            } catch (WrongInputException wrong) {
                problems.computeIfAbsent(id, _ -> new ArrayList<>()).add(wrong.why());
            }
        }
        return values;
    }

    private static String added(
            PartKind kind, String document, Map<String, Map<String, JsonNode>> values) {
        PartDocument all = new PartDocument(document);
        values.forEach((id, fields) -> {
            ObjectNode part = all.add(kind, id);
            kind.fields()
                    .forEach(field ->
                            all.set(
                                    field,
                                    id,
                                    part,
                                    fields.getOrDefault(field.name(), NullNode.getInstance())));
        });
        return all.text();
    }
}
