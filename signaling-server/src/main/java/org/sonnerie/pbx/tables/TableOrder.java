package org.sonnerie.pbx.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** In which order rows can be put into tables whose rows need those of others. */
public final class TableOrder {
    /**
     * Asks the database: which table needs which, a row for each reference; both by their names in
     * small letters. One statement for H2 and PostgreSQL.
     */
    public static final String REFERENCES =
            "select lower(child.table_name), lower(parent.table_name)"
                    + " from information_schema.referential_constraints r"
                    + " join information_schema.table_constraints child"
                    + " on child.constraint_name = r.constraint_name"
                    + " and child.constraint_schema = r.constraint_schema"
                    + " join information_schema.table_constraints parent"
                    + " on parent.constraint_name = r.unique_constraint_name"
                    + " and parent.constraint_schema = r.unique_constraint_schema"
                    + " where child.constraint_schema = current_schema";

    private TableOrder() {}

    /**
     * A row of one table needs one of another.
     *
     * @param child which needs
     * @param parent which is needed
     */
    public record Reference(String child, String parent) {}

    /**
     * Puts tables in order.
     *
     * @param tables their names
     * @param references between them; those to others, and to a table itself, count for nothing
     * @return each after those it needs; reversed, rows can be taken away
     * @throws IllegalStateException if tables need each other
     */
    public static List<String> parentsFirst(Collection<String> tables, List<Reference> references) {
        List<String> left = new ArrayList<>(tables);
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            String next =
                    left.stream()
                            .filter(table -> !needs(table, left, references))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException("tables need each other: " + left));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private static boolean needs(String table, List<String> left, List<Reference> references) {
        return references.stream()
                .filter(one -> one.child().equals(table) && !one.parent().equals(table))
                .anyMatch(one -> left.contains(one.parent()));
    }
}
