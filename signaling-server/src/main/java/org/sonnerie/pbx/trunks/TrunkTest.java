package org.sonnerie.pbx.trunks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.trunks.TrunkBoard.State;
import org.sonnerie.trunk.api.TrunkEvent;
import org.springframework.stereotype.Service;

/** Tries a trunk while somebody waits for it: its name, whether it answers, its registration. */
@Service
public class TrunkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int UNAVAILABLE = 503;

    private final BridgeTrunks bridge;
    private final TrunkBoard board;

    TrunkTest(BridgeTrunks bridge, TrunkBoard board) {
        this.bridge = bridge;
        this.board = board;
    }

    /** What was found out, one thing. */
    public enum Word {
        /** The name service knows no address for the host. */
        NO_ADDRESS(false),
        /** It registers and has no password yet: it is not spoken to. */
        PASSWORD_MISSING(false),
        /** Nothing answers. */
        SILENT(false),
        /** It answers that it does not work. */
        FAILING(false),
        /** It answers. */
        ANSWERS(true),
        /** It has us registered. */
        REGISTERED(true),
        /** It refuses our credentials. */
        REFUSED(false),
        /** It has not taken our registration. */
        NOT_REGISTERED(false);

        private final boolean good;

        Word(boolean good) {
            this.good = good;
        }

        /**
         * Whether it is as it should be.
         *
         * @return false: calls do not go over the trunk
         */
        public boolean good() {
            return good;
        }
    }

    /**
     * What was found out.
     *
     * @param word one thing
     * @param sipStatus what the carrier answered; 0: nothing
     * @param millis how long it took; 0: that says nothing
     */
    public record Finding(Word word, int sipStatus, long millis) {}

    /**
     * Tries a trunk. Blocks for some seconds at most.
     *
     * @param trunk as it is published
     * @return in the order in which they were found
     */
    public List<Finding> of(Trunk trunk) {
        if (board.of(trunk.id()).state() == State.PASSWORD_MISSING) {
            return List.of(new Finding(Word.PASSWORD_MISSING, 0, 0));
        }
        if (!hasAddress(trunk.carrier().host())) {
            return List.of(new Finding(Word.NO_ADDRESS, 0, 0));
        }
        List<Finding> found = new ArrayList<>();
        found.add(asked(trunk));
        if (trunk.registration().isPresent()) {
            found.add(registered(trunk));
        }
        return found;
    }

    private static boolean hasAddress(String host) {
        try {
            return InetAddress.getAllByName(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Finding asked(Trunk trunk) {
        CompletableFuture<TrunkEvent.Probed> answer = board.nextProbe(trunk.id());
        bridge.probe(trunk.id());
        try {
            TrunkEvent.Probed probed = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Finding(
                    word(probed.sipStatus()), probed.sipStatus(), probed.took().toMillis());
        } catch (TimeoutException e) {
            return new Finding(Word.SILENT, 0, PATIENCE.toMillis());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question of which nobody tells", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("taken down while a carrier was asked", e);
        }
    }

    private static Word word(int status) {
        return switch (status) {
            case 0 -> Word.SILENT;
            case REQUEST_TIMEOUT, UNAVAILABLE -> Word.FAILING;
            default -> Word.ANSWERS;
        };
    }

    private Finding registered(Trunk trunk) {
        TrunkBoard.Entry entry = board.of(trunk.id());
        Word word =
                switch (entry.state()) {
                    case UP -> Word.REGISTERED;
                    case REFUSED -> Word.REFUSED;
                    case UNKNOWN, DOWN, PASSWORD_MISSING -> Word.NOT_REGISTERED;
                };
        return new Finding(word, entry.sipStatus(), 0);
    }
}
