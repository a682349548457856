package org.sonnerie.pbx.parts;

import java.util.List;

/**
 * A field of a part's form.
 *
 * @param name its name in the form, unique in it
 * @param type what it holds
 * @param where it stands in the plan document
 * @param needed whether it may not be left empty
 */
public record Field(String name, FieldType type, Where where, boolean needed) {
    /** Where a field stands. */
    public sealed interface Where {
        /**
         * In the part itself.
         *
         * @param members from the outermost to the innermost
         */
        record Inside(List<String> members) implements Where {}

        /**
         * In a table beside the part, under its id.
         *
         * @param members where the table stands in the document
         * @param prefix before the id
         */
        record Table(List<String> members, String prefix) implements Where {}
    }

    static Field of(String name, FieldType type) {
        return new Field(name, type, new Where.Inside(List.of(name.split("\\."))), false);
    }

    /** The same, which must be filled in. */
    Field mustBe() {
        return new Field(name, type, where, true);
    }

    /** The same in a table of the document. */
    Field in(List<String> members, String prefix) {
        return new Field(name, type, new Where.Table(members, prefix), needed);
    }
}
