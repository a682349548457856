package org.sonnerie.e2e.firefox;

import java.util.HashMap;
import java.util.Map;
import org.sonnerie.e2e.devices.OutputEar;
import org.sonnerie.e2e.devices.SoundServer;
import org.sonnerie.e2e.sound.Voice;

/**
 * A computer with Firefox, a speaker and a microphone that says a voice. Nothing of Firefox is
 * replaced: it opens the one and plays on the other as it does on a desk.
 */
public final class Workplace implements AutoCloseable {
    private static final int MICROPHONE_HZ = 48_000;

    private final SoundServer computer = SoundServer.start();
    private final OutputEar speaker = computer.plugSpeaker("Screen");
    private final Firefox firefox;

    private Workplace(Voice voice, Map<String, Object> preferences) {
        computer.plugMicrophone("Desk", voice.samples(MICROPHONE_HZ));
        firefox = Firefox.start(computer.environment(), preferences);
    }

    /** What may be in the way of a call. */
    public enum Hindrance {
        /** Nothing. */
        NONE,
        /** No UDP gets out of the computer; Firefox itself drops it, as behind a strict NAT. */
        NO_UDP,
        /** Sites may not have the microphone, and nobody is asked. */
        MICROPHONE_DENIED,
        /** Each site asks for the microphone, and waits until the person has answered. */
        MICROPHONE_ASKED
    }

    /**
     * Sets it up and starts Firefox.
     *
     * @param voice what the microphone hears
     * @param hindrance what is in the way
     * @return to be closed
     */
    public static Workplace of(Voice voice, Hindrance hindrance) {
        Map<String, Object> preferences = new HashMap<>();
        // 0 is "ask"; 1 is "allow", 2 is "deny": what a person may answer once and for all.
        preferences.put("permissions.default.microphone", 1);
        switch (hindrance) {
            case NONE -> {}
            case NO_UDP -> {
                String nat = "media.peerconnection.nat_simulator.";
                preferences.put(nat + "mapping_type", "ENDPOINT_INDEPENDENT");
                preferences.put(nat + "filtering_type", "ENDPOINT_INDEPENDENT");
                preferences.put(nat + "block_udp", true);
            }
            case MICROPHONE_DENIED -> preferences.put("permissions.default.microphone", 2);
            case MICROPHONE_ASKED -> {
                preferences.put("permissions.default.microphone", 0);
                // A question that has just come up takes no answer, so that nobody gives one by
                // mistake.
                preferences.put("security.notification_enable_delay", 0);
            }
        }
        return new Workplace(voice, preferences);
    }

    /**
     * Somebody without an account opens a guest link at it.
     *
     * @param link whole
     * @return his tab
     */
    public FirefoxGuest opens(String link) {
        return new FirefoxGuest(this, link);
    }

    /** Answers Firefox's own question by its button; waits until it is there. */
    public void allowsWhatIsAsked() {
        firefox.pressInQuestion("button");
    }

    /** Answers it by the button beside, which refuses. */
    public void refusesWhatIsAsked() {
        firefox.pressInQuestion("secondaryButton");
    }

    /**
     * Somebody signs in at it who has never been here.
     *
     * @param person a user name of the demo company
     * @param address of the product
     * @return his phone
     */
    public FirefoxPhone signIn(String person, String address) {
        return FirefoxPhone.signIn(person, address, this);
    }

    Firefox firefox() {
        return firefox;
    }

    /**
     * What comes out of its speaker.
     *
     * @return an ear
     */
    public OutputEar speaker() {
        return speaker;
    }

    /**
     * Its sound devices.
     *
     * @return to plug in more
     */
    public SoundServer computer() {
        return computer;
    }

    /** Kills Firefox in the middle of whatever it does. */
    public void killFirefox() {
        firefox.kill();
    }

    @Override
    public void close() {
        firefox.close();
        computer.close();
    }
}
