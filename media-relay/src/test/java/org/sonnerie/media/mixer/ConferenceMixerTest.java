package org.sonnerie.media.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConferenceMixerTest {
    private final ConferenceMixer mixer = new ConferenceMixer(3);

    @Test
    void nobodyHearsHimself() {
        short[] alice = {100, 200, 300};
        short[] bob = {1, 2, 3};
        short[] heard = new short[3];

        mixer.begin();
        mixer.add(alice);
        mixer.add(bob);

        mixer.everybodyBut(alice, heard);
        assertThat(heard).containsExactly(1, 2, 3);
        mixer.everybodyBut(bob, heard);
        assertThat(heard).containsExactly(100, 200, 300);
        mixer.everybody(heard);
        assertThat(heard).containsExactly(101, 202, 303);
        assertThat(mixer.voices()).isEqualTo(2);
    }

    @Test
    void whatIsTooLoudSaturatesButOnesOwnVoiceIsStillTakenOutExactly() {
        short[] loud = {30_000, -30_000, 0};
        short[] heard = new short[3];

        mixer.begin();
        mixer.add(loud);
        mixer.add(loud.clone());

        mixer.everybody(heard);
        assertThat(heard).containsExactly(Short.MAX_VALUE, Short.MIN_VALUE, 0);
        mixer.everybodyBut(loud, heard);
        assertThat(heard).containsExactly(30_000, -30_000, 0);
    }

    @Test
    void eachTickBeginsWithSilence() {
        short[] heard = {9, 9, 9};
        mixer.begin();
        mixer.add(new short[] {5, 5, 5});
        mixer.begin();
        mixer.everybody(heard);
        assertThat(heard).containsExactly(0, 0, 0);
        assertThat(mixer.voices()).isZero();
    }
}
