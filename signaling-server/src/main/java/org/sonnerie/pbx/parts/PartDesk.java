package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.parts.PartForm.FieldView;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Prompts;
import org.sonnerie.pbx.publish.PlanDocumentException;
import org.sonnerie.pbx.publish.PlanEdits;
import org.sonnerie.pbx.publish.ToldProblem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Shows and saves the parts of companies' plans, one form at a time. Thread safe. */
@Component
public class PartDesk {
    private final PlanEdits edits;
    private final Prompts prompts;
    private final Narrator narrator;

    PartDesk(PlanEdits edits, Prompts prompts, Narrator narrator) {
        this.edits = edits;
        this.prompts = prompts;
        this.narrator = narrator;
    }

    /**
     * Who works on whose plan.
     *
     * @param company whose
     * @param by who
     * @param inDraft whether the draft is worked on, or what is in force
     * @param locale the reader's language
     */
    public record Desk(CompanyId company, PersonId by, boolean inDraft, Locale locale) {}

    /**
     * What can be chosen in forms.
     *
     * @param desk whose
     * @return people, destinations, prompts
     */
    public Choices choices(Desk desk) {
        CompanyPlan plan = edits.plan(desk.company(), desk.inDraft());
        return new Choices(
                plan,
                prompts.in(desk.company(), plan.facts().language()),
                prompts.languages(),
                narrator,
                desk.locale());
    }

    /**
     * The form of a new part.
     *
     * @param desk whose
     * @param kind what
     * @return filled with what is usual
     */
    public PartForm blank(Desk desk, PartKind kind) {
        CompanyPlan plan = edits.plan(desk.company(), desk.inDraft());
        return form(kind, Optional.empty(), NewParts.values(kind, plan), choices(desk));
    }

    /**
     * The form of a part.
     *
     * @param desk whose
     * @param kind what
     * @param id which
     * @return as it is now
     * @throws NoSuchElementException if there is none
     */
    public PartForm open(Desk desk, PartKind kind, String id) {
        return open(desk, choices(desk), kind, id);
    }

    private PartForm open(Desk desk, Choices choices, PartKind kind, String id) {
        PartDocument document = document(desk);
        ObjectNode part = document.find(kind, id).orElseThrow();
        return form(kind, Optional.of(id), values(document, kind, id, part), choices);
    }

    /**
     * Saves a part; durable on return, if nothing is to be mended.
     *
     * @param desk whose
     * @param kind what
     * @param id which; empty: a new one
     * @param typed what was typed
     * @return the form as saved, with its id; or as typed, with what is to be mended
     * @throws NoSuchElementException if there is none
     */
    public PartForm save(Desk desk, PartKind kind, Optional<String> id, Typed typed) {
        Choices choices = choices(desk);
        Read read = read(kind, id, typed, choices);
        PartForm sent = read.form();
        if (sent.isRefused()) {
            return sent;
        }
        PartDocument document = document(desk);
        if (id.isPresent() && document.find(kind, id.get()).isEmpty()) {
            throw new NoSuchElementException("there is no such part");
        }
        Map<String, JsonNode> wanted = read.values();
        if (kind == PartKind.NUMBER) {
            // What it is known by does not change: another number is another part.
            id.ifPresent(number -> wanted.put(kind.key(), StringNode.valueOf(number)));
        }
        String key = id.orElseGet(() -> idOf(kind, wanted, document));
        if (id.isEmpty() && document.find(kind, key).isPresent()) {
            return sent.refused(Map.of(kind.key(), Sentence.of("form.wrong.taken")), List.of());
        }
        Map<String, JsonNode> seen = PartDocument.values(typed.one(PartForm.SEEN));
        PartChange change = new PartChange(kind, key, id.isEmpty(), seen, wanted);
        return keep(desk, choices, sent, change);
    }

    private PartForm keep(Desk desk, Choices choices, PartForm sent, PartChange change) {
        try {
            put(desk, change, change.follows());
            return open(desk, choices, change.kind(), change.id());
        } catch (ChangedMeanwhileException meanwhile) {
            return torn(sent, change.seen(), meanwhile.now(), choices);
        } catch (InconsistentPlanException wrong) {
            return problems(desk).beside(sent, change.id(), wrong.problems());
        } catch (PlanDocumentException wrong) {
            return problems(desk).beside(sent, change.id(), List.of(wrong.problem()));
        }
    }

    /**
     * As {@link #save}, of a new part whose id is known already.
     *
     * @param desk whose
     * @param kind what
     * @param key its id
     * @param typed what was typed
     * @return as {@link #save}
     */
    public PartForm add(Desk desk, PartKind kind, String key, Typed typed) {
        Choices choices = choices(desk);
        Read read = read(kind, Optional.empty(), typed, choices);
        return read.form().isRefused()
                ? read.form()
                : keep(
                        desk,
                        choices,
                        read.form(),
                        new PartChange(kind, key, true, Map.of(), read.values()));
    }

    /**
     * Whether a new part can have an extension.
     *
     * @param extension digits
     * @param plan where it would stand
     * @return false: something has it, or it is a park slot or an emergency number
     */
    public static boolean isFree(String extension, CompanyPlan plan) {
        return NewParts.isFree(extension, plan);
    }

    /**
     * Adds many parts in one version: all, or none.
     *
     * @param desk whose
     * @param kind what
     * @param typed what was typed, by the id that each is to have; what is usual where nothing was
     * @return what is wrong, by id; what concerns none of them under an empty id; empty: all are
     *     saved
     */
    public Map<String, List<Phrase>> addAll(
            Desk desk, PartKind kind, Map<String, Map<String, String>> typed) {
        return new ManyParts(edits, narrator).add(desk, choices(desk), kind, typed);
    }

    /**
     * Saves a part under its id, whether there is one already or not.
     *
     * @param desk whose
     * @param kind what
     * @param id which
     * @param typed what was typed
     * @return as {@link #save}
     */
    public PartForm put(Desk desk, PartKind kind, String id, Typed typed) {
        return document(desk).find(kind, id).isPresent()
                ? save(desk, kind, Optional.of(id), typed)
                : add(desk, kind, id, typed);
    }

    /**
     * The form of a part that there may be none of.
     *
     * @param desk whose
     * @param kind what
     * @param id which
     * @return as it is now
     */
    public Optional<PartForm> find(Desk desk, PartKind kind, String id) {
        return document(desk).find(kind, id).map(_ -> open(desk, kind, id));
    }

    /**
     * The form as it was sent, with what cannot be understood; saves nothing.
     *
     * @param desk whose
     * @param kind what
     * @param typed what was typed
     * @return the form
     */
    public PartForm typed(Desk desk, PartKind kind, Typed typed) {
        return read(kind, Optional.empty(), typed, choices(desk)).form();
    }

    /**
     * Removes a part, if nothing needs it.
     *
     * @param desk whose
     * @param kind what
     * @param id which
     * @return what needs it still, in words, and so it was not removed; empty: it is gone
     * @throws NoSuchElementException if there is none
     */
    public List<String> remove(Desk desk, PartKind kind, String id) {
        return remove(desk, kind, id, _ -> {});
    }

    /** The same, if what is looked at in what is changed does not refuse it. */
    List<String> remove(Desk desk, PartKind kind, String id, Consumer<PartDocument> look) {
        if (document(desk).find(kind, id).isEmpty()) {
            throw new NoSuchElementException("there is no such part");
        }
        UnaryOperator<String> remove =
                text -> {
                    PartDocument document = new PartDocument(text);
                    document.remove(kind, id);
                    return document.text();
                };
        UnaryOperator<String> change =
                text -> {
                    look.accept(new PartDocument(text));
                    return remove.apply(text);
                };
        try {
            put(desk, change, remove);
            return List.of();
        } catch (InconsistentPlanException needed) {
            return ToldProblem.all(needed.problems(), narrator, desk.locale()).stream()
                    .map(ToldProblem::sentence)
                    .toList();
        }
    }

    private PartProblems problems(Desk desk) {
        return new PartProblems(narrator, desk.locale());
    }

    private void put(Desk desk, UnaryOperator<String> change, UnaryOperator<String> inDraft) {
        if (desk.inDraft()) {
            edits.draft(desk.company(), desk.by(), change);
        } else {
            edits.now(desk.company(), desk.by(), change, inDraft);
        }
    }

    PartDocument document(Desk desk) {
        return new PartDocument(edits.document(desk.company(), desk.inDraft()));
    }

    private static String idOf(PartKind kind, Map<String, JsonNode> wanted, PartDocument all) {
        return kind == PartKind.NUMBER
                ? wanted.getOrDefault("number", NullNode.getInstance()).asString("")
                : NewParts.id(
                        kind,
                        wanted.getOrDefault("name", NullNode.getInstance()).asString(""),
                        all);
    }

    static Map<String, JsonNode> values(
            PartDocument document, PartKind kind, String id, ObjectNode part) {
        Map<String, JsonNode> values = new HashMap<>();
        for (Field field : kind.fields()) {
            values.put(field.name(), document.value(field, id, part));
        }
        return values;
    }

    private static PartForm form(
            PartKind kind, Optional<String> id, Map<String, JsonNode> values, Choices choices) {
        FieldTexts texts = new FieldTexts(choices);
        List<FieldView> fields = new ArrayList<>();
        for (Field field : kind.fields()) {
            JsonNode value = values.getOrDefault(field.name(), NullNode.getInstance());
            fields.add(new FieldView(field, texts.of(field, value), Optional.empty()));
        }
        return new PartForm(kind, id, fields, PartDocument.text(values), List.of());
    }

    /**
     * What was sent.
     *
     * @param form as it was sent, with what cannot be understood
     * @param values of the fields that can
     */
    private record Read(PartForm form, Map<String, JsonNode> values) {}

    private static Read read(PartKind kind, Optional<String> id, Typed typed, Choices choices) {
        FieldValues reader = new FieldValues(choices, typed);
        FieldTexts texts = new FieldTexts(choices);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        List<FieldView> fields = new ArrayList<>();
        for (Field field : kind.fields()) {
            Optional<Phrase> problem = Optional.empty();
            try {
                values.put(field.name(), reader.read(field));
            } catch (WrongInputException wrong) {
                problem = Optional.of(wrong.why());
            }
            fields.add(new FieldView(field, texts.typed(field, typed), problem));
        }
        PartForm form = new PartForm(kind, id, fields, typed.one(PartForm.SEEN), List.of());
        return new Read(form, values);
    }

    /** What another made of the same fields is told; whoever saves again has seen it. */
    private static PartForm torn(
            PartForm sent, Map<String, JsonNode> seen, Map<String, JsonNode> now, Choices choices) {
        if (now.isEmpty()) {
            return sent.refused(Map.of(), List.of(Sentence.of("form.removed-meanwhile")));
        }
        FieldTexts texts = new FieldTexts(choices);
        Map<String, Phrase> problems = new HashMap<>();
        for (Field field : sent.kind().fields()) {
            JsonNode there = now.get(field.name());
            if (there != null) {
                String shown = String.join(", ", texts.of(field, there)).strip();
                problems.put(
                        field.name(),
                        shown.isEmpty()
                                ? Sentence.of("form.changed-meanwhile.emptied")
                                : Sentence.of("form.changed-meanwhile", shown));
            }
        }
        Map<String, JsonNode> known = new HashMap<>(seen);
        known.putAll(now);
        PartForm told = sent.refused(problems, List.of());
        return new PartForm(
                told.kind(), told.id(), told.fields(), PartDocument.text(known), told.problems());
    }
}
