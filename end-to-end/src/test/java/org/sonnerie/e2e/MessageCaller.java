package org.sonnerie.e2e;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.Recording;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Tone;

/**
 * Somebody who leaves a message by keys alone, at his own pace, with a number that nobody else has.
 * Whether he was told that it is kept is known by the end: the product hangs up after that word.
 */
final class MessageCaller implements AutoCloseable {
    /** The number that he calls. */
    static final String MAILBOX = "+15550100199";

    /** Before the key that ends the greeting. */
    private static final int GREETED_MILLIS = 200;

    /** After the tone, before the key that ends the message. */
    private static final int SAID_MILLIS = 1_100;

    /** Before the key that says that it shall be kept. */
    private static final int ASKED_MILLIS = 700;

    private static final Tone BEEP = Tone.of(1000);
    private static final int LOOK_BACK = Reference.RATE_HZ / 10;

    private static final int LONGER_MILLIS = 700;

    private final String number;
    private final SoftCall call;
    private final int longerMillis;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean asked;
    private volatile boolean kept;

    private MessageCaller(String number, SoftCall call, int longerMillis) {
        this.number = number;
        this.call = call;
        this.longerMillis = longerMillis;
        this.thread = Thread.ofVirtual().name("caller " + number).start(this::run);
    }

    /**
     * Calls.
     *
     * @param carrier whose customer he is
     * @param port of the product
     * @param count how many there were before
     * @param random how long he waits
     * @return calling
     */
    static MessageCaller calls(SoftCarrier carrier, int port, int count, Random random) {
        String number = "+336%08d".formatted(10_000_000 + count);
        Terms terms = Terms.of(Cast.OUTSIDE).calledBy(number);
        SoftCall call = carrier.call(MAILBOX, port, terms);
        return new MessageCaller(number, call, random.nextInt(LONGER_MILLIS));
    }

    private void run() {
        await(this::answered);
        press(GREETED_MILLIS);
        // What is said before the tone is over is in no message; a busy machine is late with it.
        await(this::hearsTheTone);
        await(() -> !hearsTheTone());
        press(SAID_MILLIS);
        press(ASKED_MILLIS);
        asked = !isOver();
    }

    private void press(int afterMillis) {
        LockSupport.parkNanos((afterMillis + longerMillis) * 1_000_000L);
        if (!isOver()) {
            call.line().press("#");
        }
    }

    private void await(BooleanSupplier condition) {
        while (!isOver() && !condition.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean isOver() {
        return stopped || call.ended();
    }

    private boolean hearsTheTone() {
        Recording heard = call.line().recording();
        int from = Math.max(0, heard.size() - LOOK_BACK);
        return BEEP.share(heard.part(from, LOOK_BACK)) > 0.5;
    }

    /** The product is about to be killed: what comes from now on does not count. */
    void stop() {
        kept = told();
        stopped = true;
    }

    /** He pressed all keys, then the product hung up. */
    boolean told() {
        return asked && call.requests().contains("BYE");
    }

    String number() {
        return number;
    }

    boolean answered() {
        return call.statuses().contains(200);
    }

    /** He was told that his message is kept, in time before the kill. */
    boolean kept() {
        return kept;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        call.close();
    }
}
