package org.sonnerie.pbx.parts;

import java.util.List;

/**
 * A part as a list shows it.
 *
 * @param id which
 * @param name as its field has it
 * @param extension empty: it has none
 * @param who people in it, or where it leads, as labels
 */
public record PartRow(String id, String name, String extension, List<String> who) {
    /** Copies the list. */
    public PartRow {
        who = List.copyOf(who);
    }
}
