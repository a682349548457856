package org.sonnerie.pbx.contacts;

import java.util.List;

/**
 * Somebody in a person's address book.
 *
 * @param id names it within that book
 * @param name as the person wrote it
 * @param company where somebody works; may be empty
 * @param note may be empty
 * @param numbers at least one
 */
record Contact(String id, String name, String company, String note, List<PhoneNumber> numbers) {
    /** Copies the numbers. */
    Contact {
        numbers = List.copyOf(numbers);
    }

    /**
     * One of his numbers.
     *
     * @param label such as "Mobile"; may be empty
     * @param number E.164 with "+", or a short number as it is dialled
     */
    record PhoneNumber(String label, String number) {}
}
