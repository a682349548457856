package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartForm.FieldView;
import org.sonnerie.pbx.parts.PartRefusedException.Why;
import org.sonnerie.pbx.parts.PartRefusedException.Wrong;
import org.sonnerie.pbx.publish.PlanEdits;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a plan for programs: what forms show and check, as JSON. Thread safe. */
@Component
public class PartRecords {
    private static final String ID = "id";

    private final PartDesk desk;
    private final PlanEdits edits;
    private final Narrator narrator;

    PartRecords(PartDesk desk, PlanEdits edits, Narrator narrator) {
        this.desk = desk;
        this.edits = edits;
        this.narrator = narrator;
    }

    /**
     * All parts of a kind.
     *
     * @param of whose
     * @param kind what
     * @return in the order of the document
     */
    public List<PartRecord> all(Desk of, PartKind kind) {
        PartDocument document = desk.document(of);
        return document.all(kind).stream()
                .map(part -> record(kind, PartDocument.id(kind, part), document, part))
                .toList();
    }

    /**
     * One of them.
     *
     * @param of whose
     * @param kind what
     * @param id which
     * @return empty: there is none
     */
    public Optional<PartRecord> find(Desk of, PartKind kind, String id) {
        PartDocument document = desk.document(of);
        return document.find(kind, id).map(part -> record(kind, id, document, part));
    }

    /**
     * Adds a part; durable on return. What is left out is as in a new form.
     *
     * @param of whose
     * @param kind what
     * @param id the id it is to have; empty: one is made of its name
     * @param content its members
     * @return as it is now
     * @throws PartRefusedException for members that cannot be used
     */
    public PartRecord add(Desk of, PartKind kind, Optional<String> id, ObjectNode content) {
        Map<String, JsonNode> usual = NewParts.values(kind, edits.plan(of.company(), of.inDraft()));
        Map<String, List<String>> typed = typed(of, kind, id, content, usual);
        Typed inputs = new Typed(typed);
        PartForm form =
                id.isPresent()
                        ? desk.put(of, kind, id.get(), inputs)
                        : desk.save(of, kind, Optional.empty(), inputs);
        return saved(of, form);
    }

    /**
     * Replaces what a part says; durable on return. What is left out is empty.
     *
     * @param of whose
     * @param kind what
     * @param id which
     * @param content its members
     * @param seen the tag of what was seen, or {@code *}: whatever it says
     * @return as it is now
     * @throws NoSuchElementException if there is none
     * @throws PartRefusedException for members that cannot be used, or if it says something else
     *     than was seen
     */
    public PartRecord replace(Desk of, PartKind kind, String id, ObjectNode content, String seen) {
        PartDocument document = desk.document(of);
        ObjectNode part = document.find(kind, id).orElseThrow();
        Map<String, JsonNode> now = PartDesk.values(document, kind, id, part);
        check(kind, now, seen);
        Map<String, List<String>> typed =
                new HashMap<>(typed(of, kind, Optional.of(id), content, Map.of()));
        typed.put(PartForm.SEEN, List.of(PartDocument.text(now)));
        PartForm form = desk.save(of, kind, Optional.of(id), new Typed(typed));
        if (form.isRefused()) {
            PartDocument later = desk.document(of);
            check(kind, PartDesk.values(later, kind, id, later.find(kind, id).orElseThrow()), seen);
        }
        return saved(of, form);
    }

    /**
     * Changes what a part says where the patch says something else (RFC 7396); durable on return.
     *
     * @param of whose
     * @param kind what
     * @param id which
     * @param patch the members that change; null: emptied
     * @param seen as in {@link #replace}
     * @return as it is now
     * @throws NoSuchElementException if there is none
     * @throws PartRefusedException as in {@link #replace}
     */
    public PartRecord patch(Desk of, PartKind kind, String id, ObjectNode patch, String seen) {
        PartDocument document = desk.document(of);
        ObjectNode part = document.find(kind, id).orElseThrow();
        check(kind, PartDesk.values(document, kind, id, part), seen);
        PartRecord now = record(kind, id, document, part);
        ObjectNode merged = MergePatch.of(now.content(), patch);
        // What is merged is what was just read, and replaces nothing else.
        return replace(of, kind, id, merged, now.tag());
    }

    /**
     * Removes a part, if nothing needs it; durable on return.
     *
     * @param of whose
     * @param kind what
     * @param id which
     * @param seen as in {@link #replace}
     * @throws NoSuchElementException if there is none
     * @throws PartRefusedException if something needs it, or it says something else than was seen
     */
    public void remove(Desk of, PartKind kind, String id, String seen) {
        List<String> needed =
                desk.remove(
                        of,
                        kind,
                        id,
                        document ->
                                check(
                                        kind,
                                        PartDesk.values(
                                                document,
                                                kind,
                                                id,
                                                document.find(kind, id).orElseThrow()),
                                        seen));
        if (!needed.isEmpty()) {
            throw new PartRefusedException(
                    Why.NEEDED, needed.stream().map(use -> new Wrong("", use)).toList());
        }
    }

    private static void check(PartKind kind, Map<String, JsonNode> now, String seen) {
        if (seen.equals("*")) {
            return;
        }
        List<Field> changed = PartTag.changed(kind, now, seen);
        if (!changed.isEmpty()) {
            throw new PartRefusedException(
                    Why.CHANGED,
                    changed.stream()
                            .map(field ->
                                    new Wrong(
                                            pointer(field.name()),
                                            String.valueOf(now.get(field.name()))))
                            .toList());
        }
    }

    private PartRecord saved(Desk of, PartForm form) {
        if (!form.isRefused()) {
            return find(of, form.kind(), form.id().orElseThrow()).orElseThrow();
        }
        List<Wrong> all = new ArrayList<>();
        for (FieldView view : form.fields()) {
            view.problem().ifPresent(why -> all.add(wrong(view.field().name(), why, of.locale())));
        }
        form.problems().forEach(why -> all.add(new Wrong("", narrator.say(why, of.locale()))));
        throw new PartRefusedException(Why.WRONG, all);
    }

    private Wrong wrong(String name, Phrase why, Locale locale) {
        return new Wrong(pointer(name), narrator.say(why, locale));
    }

    /** What would be typed; members that nobody knows, and of another type, are all told. */
    private Map<String, List<String>> typed(
            Desk of,
            PartKind kind,
            Optional<String> id,
            ObjectNode content,
            Map<String, JsonNode> usual) {
        PartJson json = new PartJson(desk.choices(of));
        ObjectNode rest = content.deepCopy();
        boolean named = !kind.isSingle() && kind.key().equals(ID);
        if (named && id.filter(rest.path(ID).asString("")::equals).isPresent()) {
            rest.remove(ID);
        }
        for (Field field : kind.fields()) {
            JsonNode given = take(rest, List.of(field.name().split("\\.")));
            JsonNode value =
                    given.isMissingNode()
                            ? usual.getOrDefault(field.name(), NullNode.getInstance())
                            : given;
            json.add(field, value);
        }
        List<Wrong> all = new ArrayList<>();
        otherNumber(kind, id, content)
                .ifPresent(why -> all.add(wrong(kind.key(), why, of.locale())));
        json.wrong().forEach((name, why) -> all.add(wrong(name, why, of.locale())));
        rest.propertyNames()
                .forEach(name -> all.add(wrong(name, PartJson.unknown(name), of.locale())));
        if (!all.isEmpty()) {
            // What the form has against the others is told with it.
            for (FieldView view : desk.typed(of, kind, new Typed(json.inputs())).fields()) {
                String name = view.field().name();
                view.problem()
                        .filter(_ -> !json.wrong().containsKey(name))
                        .ifPresent(why -> all.add(wrong(name, why, of.locale())));
            }
            throw new PartRefusedException(Why.WRONG, all);
        }
        return json.inputs();
    }

    /** What a number is known by does not change: another number is another part. */
    private static Optional<Phrase> otherNumber(
            PartKind kind, Optional<String> id, ObjectNode content) {
        boolean other =
                kind == PartKind.NUMBER
                        && content.has(kind.key())
                        && id.filter(one -> !content.path(kind.key()).asString("").equals(one))
                                .isPresent();
        return other ? Optional.of(Sentence.of("form.wrong.other-number")) : Optional.empty();
    }

    /** Takes a member away, and what held it once that is empty. */
    private static JsonNode take(ObjectNode from, List<String> members) {
        String first = members.getFirst();
        if (members.size() == 1) {
            JsonNode taken = from.remove(first);
            return taken == null ? from.path(first) : taken;
        }
        if (!(from.get(first) instanceof ObjectNode inner)) {
            return from.path(first).path(members.getLast());
        }
        JsonNode taken = take(inner, members.subList(1, members.size()));
        if (inner.isEmpty()) {
            from.remove(first);
        }
        return taken;
    }

    private static String pointer(String name) {
        return "/" + name.replace('.', '/');
    }

    private static PartRecord record(
            PartKind kind, String id, PartDocument document, ObjectNode part) {
        Map<String, JsonNode> values =
                new LinkedHashMap<>(PartDesk.values(document, kind, id, part));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (!kind.isSingle() && kind.key().equals(ID)) {
            content.put(ID, id);
        }
        for (Field field : kind.fields()) {
            ObjectNode holder = content;
            List<String> members = List.of(field.name().split("\\."));
            for (String member : members.subList(0, members.size() - 1)) {
                holder =
                        holder.get(member) instanceof ObjectNode there
                                ? there
                                : holder.putObject(member);
            }
            holder.set(members.getLast(), values.get(field.name()));
        }
        return new PartRecord(id, PartTag.of(kind, values), content);
    }
}
