package org.sonnerie.pbx.trunks;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.trunk.api.TrunkEvent;

/** What is known of each trunk now. Thread safe. */
public final class TrunkBoard {
    private static final Logger LOG = LoggerFactory.getLogger(TrunkBoard.class);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<TrunkEvent.Probed>> probes =
            new ConcurrentHashMap<>();

    /** The words for a trunk's state. */
    public enum State {
        /** Not tried yet. */
        UNKNOWN,
        /** Answers, or has us registered. */
        UP,
        /** Nothing answers, or only to say that it does not work. */
        DOWN,
        /** Refuses our credentials. */
        REFUSED,
        /** It registers, but nobody has given its password: it is not tried. */
        PASSWORD_MISSING
    }

    /**
     * One trunk's state.
     *
     * @param state the word
     * @param sipStatus what the carrier answered, where that says more than the state; else 0
     * @param detail in plain English; may be empty
     */
    public record Entry(State state, int sipStatus, String detail) {}

    void show(TrunkEvent.TrunkStateChanged changed) {
        var state = State.valueOf(changed.state().name());
        show(changed.trunk().text(), new Entry(state, changed.sipStatus(), changed.detail()));
    }

    void show(TrunkEvent.Probed probed) {
        CompletableFuture<TrunkEvent.Probed> waiting = probes.remove(probed.trunk().text());
        if (waiting != null) {
            waiting.complete(probed);
        }
    }

    /** What comes of the next question to a trunk; those who wait at once hear the same. */
    CompletableFuture<TrunkEvent.Probed> nextProbe(TrunkId trunk) {
        return probes.computeIfAbsent(trunk.text(), _ -> new CompletableFuture<>());
    }

    void passwordKnown(TrunkId trunk, boolean known) {
        Entry missing = new Entry(State.PASSWORD_MISSING, 0, "");
        if (known) {
            entries.remove(trunk.text(), missing);
        } else if (!of(trunk).equals(missing)) {
            show(trunk.text(), missing);
        }
    }

    private void show(String trunk, Entry entry) {
        entries.put(trunk, entry);
        LOG.info("trunk={} is {} {} {}", trunk, entry.state(), entry.sipStatus(), entry.detail());
    }

    /**
     * The state of one trunk.
     *
     * @param trunk which
     * @return UNKNOWN for one that nothing was said of
     */
    public Entry of(TrunkId trunk) {
        return entries.getOrDefault(trunk.text(), new Entry(State.UNKNOWN, 0, ""));
    }
}
