package org.sonnerie.pbx.runtime;

/**
 * The ports through which the effects of calls are performed.
 *
 * @param phones the browser phones
 * @param media the relay
 * @param outside the way out
 * @param stores where sound is kept
 * @param duty which agents serve
 * @param rooms the conference rooms
 * @param guesses how many PINs were wrong
 * @param pins the PINs of mailboxes
 */
record World(
        Phones phones,
        Media media,
        Outside outside,
        Stores stores,
        Duty duty,
        Rooms rooms,
        PinGuesses guesses,
        MailboxPins pins) {
    Trunks trunks() {
        return outside.trunks();
    }

    SpendingBelt belt() {
        return outside.belt();
    }

    Mailboxes mailboxes() {
        return stores.mailboxes();
    }

    /**
     * The way out.
     *
     * @param trunks the trunks
     * @param belt what it may cost
     */
    record Outside(Trunks trunks, SpendingBelt belt) {}

    /**
     * Where sound is kept.
     *
     * @param mailboxes messages
     * @param greetings what callers hear before they leave a message
     * @param recordings calls and conferences
     */
    record Stores(Mailboxes mailboxes, Greetings greetings, CallRecordings recordings) {}
}
