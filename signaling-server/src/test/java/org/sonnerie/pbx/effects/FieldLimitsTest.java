package org.sonnerie.pbx.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.pbx.parts.Field;
import org.sonnerie.pbx.parts.FieldType;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.publish.PlanDocumentException;
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
        try {
            return PlanTexts.problems(Document.base().with(change).text()).isEmpty();
        } catch (PlanDocumentException refused) {
            // What is not even read as its kind of text.
            return false;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeNumbers")
    void aNumberIsTakenUpToItsEdges(Whole field) {
        assertThat(taken(field.path(), field.least())).as("the least").isTrue();
        assertThat(taken(field.path(), field.most())).as("the most").isTrue();
        assertThat(taken(field.path(), field.least() - 1)).as("one less").isFalse();
        assertThat(taken(field.path(), field.most() + 1)).as("one more").isFalse();
    }

    record Text(String path, int most, boolean free) {
        @Override
        public String toString() {
            return path + ": at most " + most;
        }
    }

    /** What the letters of a text are, where not all are taken. */
    private static final List<String> OF_ITS_OWN_FORM =
            List.of("host", "registration.registrar", "email", "dialling.parkSlots");

    static Stream<Text> texts() {
        List<Text> all = new ArrayList<>();
        for (PartKind kind : PartKind.values()) {
            for (Field field : kind.fields()) {
                if (field.type() instanceof FieldType.Line(int most, FieldType.Looks looks)
                        && (looks == FieldType.Looks.TEXT || looks == FieldType.Looks.MAIL)) {
                    boolean free = !OF_ITS_OWN_FORM.contains(field.name());
                    all.add(new Text(path(kind, field), most, free));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextIsTakenUpToItsEdge(Text field) {
        if (field.free()) {
            assertThat(taken(field.path() + "=" + "x".repeat(field.most()))).isTrue();
        }
        assertThat(taken(field.path() + "=" + "x".repeat(field.most() + 1))).isFalse();
    }

    @Test
    void whatIsTooLongIsSaidAtItsPlace() {
        String longest = "x".repeat(254) + "@example.org";
        assertThat(
                        PlanTexts.problems(
                                        Document.base()
                                                .with("people.alice.email=" + longest)
                                                .with("people.alice.department=" + longest)
                                                .text())
                                .toString())
                .contains("email", "department", "more than 254", "more than 200");
    }
}
