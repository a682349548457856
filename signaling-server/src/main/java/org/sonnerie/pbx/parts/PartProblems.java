package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.parts.PartForm.FieldView;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Spot;
import org.sonnerie.pbx.publish.ToldProblem;

/** Puts what is wrong with a plan beside the fields of a form. */
final class PartProblems {
    private final Narrator narrator;
    private final Locale locale;

    PartProblems(Narrator narrator, Locale locale) {
        this.narrator = narrator;
        this.locale = locale;
    }

    /**
     * What belongs to a field of the form stands there, everything else above all.
     *
     * @param form as it was sent
     * @param id of its part
     * @param problems what is wrong with the plan it would make
     * @return the form with them
     */
    PartForm beside(PartForm form, String id, List<PlanProblem> problems) {
        Map<String, Phrase> beside = new LinkedHashMap<>();
        List<Phrase> others = new ArrayList<>();
        for (ToldProblem told : ToldProblem.all(problems, narrator, locale)) {
            Optional<Field> field =
                    form.fields().stream()
                            .map(FieldView::field)
                            .filter(one -> isAt(one, form.kind(), id, told.spot()))
                            .findFirst();
            if (field.isPresent()) {
                // In a table it must be said which row is meant.
                String said = isTable(field.get()) ? told.sentence() : told.what();
                beside.putIfAbsent(field.get().name(), new Phrase.Plain(said));
            } else {
                others.add(new Phrase.Plain(told.sentence()));
            }
        }
        return form.refused(beside, others);
    }

    private static boolean isTable(Field field) {
        return field.type() instanceof FieldType.Codes
                || field.type() instanceof FieldType.CallerRules;
    }

    private static boolean isAt(Field field, PartKind kind, String id, Spot spot) {
        return switch (field.where()) {
            case Field.Where.Inside _ when kind.isSingle() ->
                    isIn(spot.kind() + "." + spot.member(), field.name());
            case Field.Where.Inside _ ->
                    spot.kind().equals(kind.word())
                            && spot.id().equals(id)
                            && isIn(spot.member(), field.name());
            case Field.Where.Table(var members, String prefix) ->
                    spot.kind().equals(members.getFirst())
                            && isIn(
                                    spot.member(),
                                    String.join(".", members.subList(1, members.size()))
                                            + "."
                                            + prefix
                                            + id);
        };
    }

    private static boolean isIn(String member, String field) {
        return member.equals(field) || member.startsWith(field + ".");
    }
}
