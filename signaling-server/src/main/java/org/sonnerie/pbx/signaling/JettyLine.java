package org.sonnerie.pbx.signaling;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.sonnerie.pbx.plan.Keyword;

/** A line over Jetty's WebSocket. What a slow page does not take in time closes it. */
final class JettyLine implements Line {
    private static final int MOST_FRAMES = 512;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Session session;
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger characters = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();

    JettyLine(Session session) {
        this.session = session;
    }

    @Override
    public void send(String frame) {
        if (closing.get()) {
            return;
        }
        int waiting = frames.incrementAndGet();
        if (waiting > MOST_FRAMES || characters.addAndGet(frame.length()) > MOST_CHARACTERS) {
            close(CloseCode.TOO_FAR_BEHIND);
            return;
        }
        session.sendText(frame, Callback.from(() -> sent(frame), _ -> sent(frame)));
    }

    @Override
    public void close(CloseCode code) {
        if (closing.compareAndSet(false, true)) {
            session.close(
                    code.number(),
                    Keyword.of(code),
                    Callback.from(() -> {}, _ -> session.disconnect()));
        }
    }

    @Override
    public boolean closing() {
        return closing.get();
    }

    @Override
    public void cut() {
        closing.set(true);
        session.disconnect();
    }

    /** The far end closed. */
    void closed() {
        closing.set(true);
    }

    private void sent(String frame) {
        frames.decrementAndGet();
        characters.addAndGet(-frame.length());
    }
}
