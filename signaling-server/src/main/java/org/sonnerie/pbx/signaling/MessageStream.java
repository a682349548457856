package org.sonnerie.pbx.signaling;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The numbered stream of messages to one page. Keeps the last 256, so that a broken line costs
 * nothing. Not thread safe: owned by its page.
 */
final class MessageStream {
    private static final int KEPT = 256;

    private final ArrayDeque<Sent> kept = new ArrayDeque<>();
    private Optional<Line> line = Optional.empty();
    private long lastSeq;

    /**
     * Says something, now or when the page is back.
     *
     * @param message what
     */
    void send(ServerMessage message) {
        lastSeq++;
        Sent sent = new Sent(lastSeq, message);
        kept.addLast(sent);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        line.ifPresent(open -> open.send(sent.frame()));
    }

    /**
     * Whether nothing would be missing.
     *
     * @param seen the number of the last message the page had
     * @return false: too much was said meanwhile, or it is another stream's number
     */
    boolean continues(long seen) {
        return seen >= 0 && seen <= lastSeq && lastSeq - seen <= kept.size();
    }

    /**
     * Goes on over a new line: first what was missed, in order.
     *
     * @param fresh the new line
     * @param seen the number of the last message the page had
     */
    void carryOn(Line fresh, long seen) {
        line = Optional.of(fresh);
        kept.stream().filter(sent -> sent.seq() > seen).forEach(sent -> fresh.send(sent.frame()));
    }

    /**
     * The line messages go over.
     *
     * @return empty: it is broken
     */
    Optional<Line> line() {
        return line;
    }

    /** The line broke. */
    void cut() {
        line = Optional.empty();
    }

    /**
     * Kept as it was said, not as it was written: what many pages are told stands in memory once.
     */
    private record Sent(long seq, ServerMessage message) {
        String frame() {
            return MessageWriter.write(message, seq);
        }
    }
}
