package org.sonnerie.pbx.audit;

/**
 * What was one thing and is another.
 *
 * @param what such as {@code hours "Shop", Saturday}; empty: the entry's subject
 * @param before how it was; empty: it was not there
 * @param after how it is; empty: it is there no more
 */
public record AuditChange(String what, String before, String after) {
    private static final int MOST = 2_000;

    AuditChange plain() {
        return new AuditChange(
                PlainText.of(what, MOST), PlainText.of(before, MOST), PlainText.of(after, MOST));
    }
}
