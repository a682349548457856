package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private final MessageStream stream = new MessageStream();
    private final LineRecorder first = new LineRecorder();
    private final LineRecorder second = new LineRecorder();

    @Test
    void missedMessagesAreSentAgainInOrder() {
        stream.carryOn(first, 0);
        stream.send(new ServerMessage.Probe("a"));
        stream.cut();
        stream.send(new ServerMessage.Probe("b"));
        stream.send(new ServerMessage.Probe("c"));

        assertThat(stream.continues(1)).isTrue();
        stream.carryOn(second, 1);
        stream.send(new ServerMessage.Probe("d"));

        assertThat(first.frames()).hasSize(1);
        assertThat(second.frames())
                .satisfiesExactly(
                        frame -> assertThat(frame).contains("\"seq\":2", "\"b\""),
                        frame -> assertThat(frame).contains("\"seq\":3", "\"c\""),
                        frame -> assertThat(frame).contains("\"seq\":4", "\"d\""));
    }

    @Test
    void atMost256AreKept() {
        for (int message = 0; message < 300; message++) {
            stream.send(new ServerMessage.Probe("n"));
        }

        assertThat(stream.continues(300 - 256)).isTrue();
        assertThat(stream.continues(300 - 257)).isFalse();
        assertThat(stream.continues(301)).isFalse();
        assertThat(stream.continues(-1)).isFalse();
    }
}
