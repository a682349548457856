package org.sonnerie.pbx.effects;

import java.util.List;
import java.util.function.Function;
import org.sonnerie.pbx.call.Scene;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * What a field does: something that can be observed and goes differently when it is changed.
 *
 * @param field the field's path, such as {@code queue.wrapUpSeconds}
 * @param given how the base document is made before both
 * @param change the field's change
 * @param sight what is looked at
 * @param before what is seen without the change
 * @param after what is seen with it
 */
record Effect(
        String field,
        List<String> given,
        String change,
        Function<CompanyPlan, Object> sight,
        String before,
        String after) {
    /** Begins an entry. */
    static Begun field(String field, String change) {
        return new Begun(field, change, List.of());
    }

    /** An entry that lacks what is looked at. */
    record Begun(String field, String change, List<String> given) {
        /** Makes the base document otherwise before both. */
        Begun given(String... lines) {
            return new Begun(field, change, List.of(lines));
        }

        /** Plays a call (see {@link Scene}). */
        Watched call(String... sentences) {
            return sight(plan -> Scene.play(plan, sentences));
        }

        Watched sight(Function<CompanyPlan, Object> sight) {
            return new Watched(this, sight);
        }
    }

    /** An entry that lacks what is seen. */
    record Watched(Begun begun, Function<CompanyPlan, Object> sight) {
        Effect goes(String before, String after) {
            return new Effect(begun.field, begun.given, begun.change, sight, before, after);
        }
    }

    private Document document() {
        Document document = Document.base();
        given.forEach(document::with);
        return document;
    }

    String seenBefore() {
        return sight.apply(document().plan()).toString();
    }

    String seenAfter() {
        return sight.apply(document().with(change).plan()).toString();
    }

    @Override
    public String toString() {
        return field + ": " + change;
    }
}
