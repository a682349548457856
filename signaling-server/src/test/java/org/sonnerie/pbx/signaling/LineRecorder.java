package org.sonnerie.pbx.signaling;

import java.util.ArrayList;
import java.util.List;

/** A line that writes down what is sent over it. */
record LineRecorder(List<String> frames) implements Line {
    LineRecorder() {
        this(new ArrayList<>());
    }

    @Override
    public void send(String frame) {
        frames.add(frame);
    }

    @Override
    public void close(CloseCode code) {}

    @Override
    public boolean closing() {
        return false;
    }

    @Override
    public void cut() {}
}
