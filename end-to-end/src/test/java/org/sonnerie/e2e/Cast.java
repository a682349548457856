package org.sonnerie.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** Who and what can be heard in the demo company. */
final class Cast {
    static final Voice ALICE = new Voice("alice", 1);
    static final Voice BOB = new Voice("bob", 2);
    static final Voice CAROL = new Voice("carol", 3);

    /** Whoever is at the other end of the public phone network. */
    static final Voice OUTSIDE = new Voice("outside", 4);

    /** A voice that says nothing. */
    static final Voice NOBODY = Voice.silent("nobody");

    /** The names of sounds that are not people. */
    static final String MUSIC = "music";

    static final String GREETING = "greeting";
    static final String WRONG_PIN = "wrong PIN";
    static final String ASKED_FOR_PIN = "asked for PIN";
    static final String REFUSED = "refused for good";
    static final String NOT_AVAILABLE = "not available";
    static final String CLOSED = "closed";
    static final String HOLIDAY = "holiday";
    static final String VOICEMAIL = "greeted by a mailbox";
    static final String VOICEMAIL_OF_A_GROUP = "greeted by a group's mailbox";
    static final String REVIEW = "asked what to do with the message";
    static final String GREETING_REVIEW = "asked what to do with the greeting";
    static final String MESSAGE_KEPT = "message kept";
    static final String QUEUE_NEXT = "told to be the next";
    static final String QUEUE_POSITION = "told the place in the queue";
    static final String RECORDED = "told that it is recorded";
    static final String ASKED_TO_AGREE = "asked to agree to the recording";
    static final String CONSENT_ASKED = "told that consent is asked";
    static final String ROOM_RECORDED = "told that the room is recorded";
    static final String TRIAL = "told that it would be through";
    static final String ASKED_TO_ACCEPT = "asked to accept";

    private static final int MUSIC_LEAD_IN = Reference.RATE_HZ;

    private Cast() {}

    /** The people. */
    static List<Reference> people() {
        return List.of(
                Reference.of(ALICE), Reference.of(BOB), Reference.of(CAROL), Reference.of(OUTSIDE));
    }

    /** The people, the hold music and the prompts, decoded by a browser from the sources. */
    static List<Reference> everything(Browsers browsers) {
        List<Reference> all = new ArrayList<>(people());
        short[] music = DecodedSound.read(browsers, "music/house");
        short[] loop = Arrays.copyOfRange(music, MUSIC_LEAD_IN, music.length);
        all.add(Reference.ofMusic(MUSIC, loop));
        all.add(prompt(browsers, GREETING, "menu-welcome"));
        all.add(prompt(browsers, WRONG_PIN, "conference-pin-wrong"));
        all.add(prompt(browsers, ASKED_FOR_PIN, "conference-pin"));
        all.add(prompt(browsers, REFUSED, "conference-refused"));
        all.add(prompt(browsers, NOT_AVAILABLE, "not-available"));
        all.add(prompt(browsers, CLOSED, "closed"));
        all.add(prompt(browsers, HOLIDAY, "closed-holiday"));
        all.add(prompt(browsers, VOICEMAIL, "voicemail-greeting"));
        all.add(prompt(browsers, VOICEMAIL_OF_A_GROUP, "voicemail-greeting-group"));
        all.add(prompt(browsers, REVIEW, "voicemail-review"));
        all.add(prompt(browsers, GREETING_REVIEW, "voicemail-greeting-review"));
        all.add(prompt(browsers, MESSAGE_KEPT, "voicemail-kept"));
        all.add(prompt(browsers, ASKED_TO_ACCEPT, "follow-me-accept"));
        all.add(prompt(browsers, RECORDED, "recording-starts"));
        all.add(prompt(browsers, ASKED_TO_AGREE, "recording-ask"));
        all.add(prompt(browsers, CONSENT_ASKED, "recording-asked"));
        all.add(prompt(browsers, ROOM_RECORDED, "conference-recorded"));
        all.add(prompt(browsers, TRIAL, "trial-through"));
        all.add(prompt(browsers, QUEUE_NEXT, "queue-next"));
        all.add(prompt(browsers, QUEUE_POSITION, "queue-position"));
        return List.copyOf(all);
    }

    private static Reference prompt(Browsers browsers, String name, String file) {
        return Reference.ofPrompt(name, DecodedSound.read(browsers, "prompts/en/" + file));
    }
}
