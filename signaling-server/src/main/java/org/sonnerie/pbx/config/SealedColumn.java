package org.sonnerie.pbx.config;

import java.util.function.BinaryOperator;

/**
 * A column whose texts are sealed, in a table whose rows two columns tell apart.
 *
 * @param name such as {@code trunks}, for people to read
 * @param seal of its texts
 * @param table its table
 * @param column itself
 * @param first one of the two columns
 * @param second the other
 * @param place what a row's text is bound to, made of what stands in the two
 */
public record SealedColumn(
        String name,
        Seal seal,
        String table,
        String column,
        String first,
        String second,
        BinaryOperator<String> place) {}
