package org.sonnerie.pbx.plan;

import java.util.function.BooleanSupplier;

/**
 * Somebody who has a phone.
 *
 * @param id names the person
 * @param name the full name, as shown and as typed in {@code Number or name}
 * @param extension 2 to 6 digits
 * @param ringSeconds how long the phone rings before the caller is told that nobody came
 * @param callWaiting false: while he has a call he is busy for others
 * @param reach what becomes of calls to him that his phone does not take
 * @param voicemail true: whoever does not reach him can leave a message
 * @param contact how he is told of messages
 */
public record Person(
        PersonId id,
        String name,
        String extension,
        int ringSeconds,
        boolean callWaiting,
        Reach reach,
        boolean voicemail,
        Contact contact) {
    /** How long a phone rings unless said otherwise. */
    public static final int RING_SECONDS = 20;

    /**
     * Somebody without a mailbox whose phone rings for the usual time.
     *
     * @param id names the person
     * @param name the full name
     * @param extension 2 to 6 digits
     */
    public Person(PersonId id, String name, String extension) {
        this(id, name, extension, RING_SECONDS, true, Reach.PHONE_ONLY);
    }

    /**
     * Somebody without a mailbox.
     *
     * @param id names the person
     * @param name the full name
     * @param extension 2 to 6 digits
     * @param ringSeconds how long the phone rings
     * @param callWaiting false: while he has a call he is busy for others
     * @param reach what becomes of calls to him that his phone does not take
     */
    public Person(
            PersonId id,
            String name,
            String extension,
            int ringSeconds,
            boolean callWaiting,
            Reach reach) {
        this(id, name, extension, ringSeconds, callWaiting, reach, false, Contact.NONE);
    }

    /**
     * The same person with a mailbox.
     *
     * @return whoever does not reach him can leave a message
     */
    public Person withVoicemail() {
        return new Person(id, name, extension, ringSeconds, callWaiting, reach, true, contact);
    }

    /**
     * The same person under another name.
     *
     * @param other how he is called
     * @return a person of the same extension
     */
    public Person called(String other) {
        return new Person(
                id, other, extension, ringSeconds, callWaiting, reach, voicemail, contact);
    }

    /**
     * The same person, reached in another way.
     *
     * @param other what becomes of calls that his phone does not take
     * @return a person of the same extension
     */
    public Person with(Reach other) {
        return new Person(id, name, extension, ringSeconds, callWaiting, other, voicemail, contact);
    }

    /**
     * The same person, told of messages.
     *
     * @param other how
     * @return a person of the same extension
     */
    public Person with(Contact other) {
        return new Person(id, name, extension, ringSeconds, callWaiting, reach, voicemail, other);
    }

    /**
     * Whether his phone may be rung.
     *
     * @param talks tells whether he has another call; asked only where it matters
     * @return false: he has, and wants one at a time
     */
    public boolean mayBeRung(BooleanSupplier talks) {
        return callWaiting || !talks.getAsBoolean();
    }
}
