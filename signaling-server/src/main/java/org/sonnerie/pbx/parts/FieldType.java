package org.sonnerie.pbx.parts;

import java.util.List;

/** What a field holds, and so how it is shown and read. */
public sealed interface FieldType {
    /**
     * One line of text.
     *
     * @param most characters
     * @param looks what it is, for the browser's keyboard
     */
    record Line(int most, Looks looks) implements FieldType {}

    /** What kind of text. */
    enum Looks {
        /** Any. */
        TEXT,
        /** Digits. */
        DIGITS,
        /** A phone number. */
        PHONE,
        /** A mail address. */
        MAIL,
        /** Digits that are not for everybody. */
        PIN
    }

    /**
     * A whole number.
     *
     * @param least the smallest
     * @param most the largest
     */
    record Whole(int least, int most) implements FieldType {}

    /**
     * One of some words of the plan document.
     *
     * @param words all
     */
    record Choice(List<String> words) implements FieldType {}

    /** One of the languages prompts are spoken in. */
    record Language() implements FieldType {}

    /**
     * Some of some words, in an order.
     *
     * @param words all
     */
    record Several(List<String> words) implements FieldType {}

    /** Yes or no. */
    record Truth() implements FieldType {}

    /**
     * Texts, one in each line.
     *
     * @param looks what they are
     */
    record Lines(Looks looks) implements FieldType {}

    /** People, in an order. */
    record Persons() implements FieldType {}

    /** One of the people. */
    record OnePerson() implements FieldType {}

    /** Where something leads. */
    record Target() implements FieldType {}

    /** A prompt. */
    record Prompt() implements FieldType {}

    /** Prompts, in an order. */
    record Prompts() implements FieldType {}

    /** Opening hours by their name. */
    record OpeningHours() implements FieldType {}

    /** Where each key leads. */
    record Keys() implements FieldType {}

    /** Which key chooses which language. */
    record LanguageKeys() implements FieldType {}

    /** Spans of the days of the week. */
    record Week() implements FieldType {}

    /** Days that are unlike others. */
    record Holidays() implements FieldType {}

    /** A time zone. */
    record Zone() implements FieldType {}

    /** A country. */
    record Country() implements FieldType {}

    /** What is dialled for something, and where it leads. */
    record Codes() implements FieldType {}

    /** Which callers are led where, in an order. */
    record CallerRules() implements FieldType {}
}
