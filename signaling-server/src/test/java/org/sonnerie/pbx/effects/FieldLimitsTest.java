package org.sonnerie.pbx.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.pbx.parts.Field;
import org.sonnerie.pbx.parts.FieldType;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.publish.PlanTexts;
import tools.jackson.databind.JsonNode;

/**
 * The limits that forms show hold for the plan document too, at their very edge: the least and the
 * most are taken, one less and one more are refused.
 */
class FieldLimitsTest {
    record Whole(String path, int least, int most) {
        @Override
        public String toString() {
            return path + ": " + least + " to " + most;
        }
    }

    static Stream<Whole> wholeNumbers() {
        List<Whole> all = new ArrayList<>();
        for (PartKind kind : PartKind.values()) {
            for (Field field : kind.fields()) {
                if (field.type() instanceof FieldType.Whole(int least, int most)) {
                    all.add(new Whole(path(kind, field), least, most));
                }
            }
        }
        return all.stream();
    }

    /** Where the field stands in the first part of its kind. */
    private static String path(PartKind kind, Field field) {
        String members = String.join(".", ((Field.Where.Inside) field.where()).members());
        if (kind.isSingle()) {
            return members;
        }
        JsonNode first = Document.base().whole().path(kind.list()).path(0);
        return kind.list() + "." + first.path(kind.key()).asString() + "." + members;
    }

    private static boolean taken(String path, int value) {
        return taken(path + ":=" + value);
    }

    private static boolean taken(String change) {
        return PlanTexts.problems(Document.base().with(change).text()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeNumbers")
    void aNumberIsTakenUpToItsEdges(Whole field) {
        assertThat(taken(field.path(), field.least())).as("the least").isTrue();
        assertThat(taken(field.path(), field.most())).as("the most").isTrue();
        assertThat(taken(field.path(), field.least() - 1)).as("one less").isFalse();
        assertThat(taken(field.path(), field.most() + 1)).as("one more").isFalse();
    }
}
