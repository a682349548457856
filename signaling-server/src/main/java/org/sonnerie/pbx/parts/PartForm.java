package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.history.Phrase;

/**
 * A part as a form shows it.
 *
 * @param kind what it is
 * @param id which; empty: a new one
 * @param fields in the order of the page
 * @param seen what its values were when the form was made, to be sent back with it
 * @param problems what is wrong and belongs to no field
 */
public record PartForm(
        PartKind kind,
        Optional<String> id,
        List<FieldView> fields,
        String seen,
        List<Phrase> problems) {
    /** The keys of menus and queues, in the order of their inputs. */
    public static final List<String> KEYS = FieldValues.KEYS;

    /** The name of the input that carries {@link #seen}. */
    public static final String SEEN = "seen";

    /** Copies the lists. */
    public PartForm {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /**
     * The same with problems.
     *
     * @param beside what is wrong with a field, by the field's name
     * @param others what belongs to no field
     * @return the form
     */
    public PartForm refused(Map<String, ? extends Phrase> beside, List<? extends Phrase> others) {
        List<FieldView> told = new ArrayList<>();
        for (FieldView view : fields) {
            Phrase wrong = beside.get(view.field().name());
            told.add(wrong == null ? view : view.with(wrong));
        }
        return new PartForm(kind, id, told, seen, List.copyOf(others));
    }

    /**
     * The same of another part.
     *
     * @param part its id
     * @return the form
     */
    public PartForm of(String part) {
        return new PartForm(kind, Optional.of(part), fields, seen, problems);
    }

    /**
     * The same with another text in a field of one input.
     *
     * @param name of the field
     * @param text instead of its own
     * @return the form
     */
    public PartForm with(String name, String text) {
        return new PartForm(
                kind,
                id,
                fields.stream()
                        .map(view ->
                                view.field().name().equals(name)
                                        ? new FieldView(view.field(), List.of(text), view.problem())
                                        : view)
                        .toList(),
                seen,
                problems);
    }

    /**
     * The same with nothing to be mended.
     *
     * @return the form
     */
    public PartForm withoutProblems() {
        return new PartForm(
                kind,
                id,
                fields.stream()
                        .map(view -> new FieldView(view.field(), view.values(), Optional.empty()))
                        .toList(),
                seen,
                List.of());
    }

    /**
     * Whether something must be mended before it can be saved.
     *
     * @return true: nothing was saved
     */
    public boolean isRefused() {
        return !problems.isEmpty()
                || fields.stream().anyMatch(field -> field.problem().isPresent());
    }

    /**
     * The name of the part.
     *
     * @return as its field has it; a number's digits
     */
    public String name() {
        return fields.getFirst().values().stream().findFirst().orElse("");
    }

    /**
     * A field as it is shown.
     *
     * @param field which
     * @param values as its inputs have them, in the order of its inputs
     * @param problem what is wrong with it
     */
    public record FieldView(Field field, List<String> values, Optional<Phrase> problem) {
        /** Copies the list. */
        public FieldView {
            values = List.copyOf(values);
        }

        /** The same with a problem. */
        FieldView with(Phrase wrong) {
            return new FieldView(field, values, Optional.of(wrong));
        }
    }
}
