package org.sonnerie.pbx.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each field of the forms and of the plan document changes something: how a call goes, what a
 * person may do, what a carrier or a mailbox is told, what is kept. A field without an entry fails
 * by its name; so does an entry for a field that is gone.
 */
class FieldEffectsTest {
    static Stream<Effect> effects() {
        return Stream.of(
                        PersonEffects.all(),
                        GroupEffects.all(),
                        QueueEffects.all(),
                        MenuEffects.all(),
                        WayEffects.all(),
                        RoomEffects.all(),
                        OutsideEffects.all(),
                        CompanyEffects.all())
                .flatMap(List::stream);
    }

    @Test
    void everyFieldHasAnEffectAndEveryEffectItsField() {
        assertThat(new TreeSet<>(effects().map(Effect::field).toList()))
                .isEqualTo(new TreeSet<>(AllFields.paths()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("effects")
    void whatGoesDifferently(Effect effect) {
        SoftAssertions seen = new SoftAssertions();
        seen.assertThat(effect.seenBefore()).as("before").isEqualTo(effect.before());
        seen.assertThat(effect.seenAfter()).as("after").isEqualTo(effect.after());
        seen.assertThat(effect.after()).isNotEqualTo(effect.before());
        seen.assertAll();
    }
}
