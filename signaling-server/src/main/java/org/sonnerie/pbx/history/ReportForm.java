package org.sonnerie.pbx.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Keyword;

/**
 * A report as a page sends it; what was left out is as good as empty.
 *
 * @param what was wrong, a word of {@link Complaint}
 * @param note in his own words
 */
record ReportForm(String what, String note) {
    private static final int LONGEST_NOTE = 500;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    /** PostgreSQL keeps no NUL, and nobody sees the others. */
    ReportForm {
        what = given(what).strip();
        note = CONTROL.matcher(given(note).replace("\r\n", "\n")).replaceAll(" ").strip();
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /**
     * What is wrong with a part.
     *
     * @param field its name
     * @param code see docs/protocol.md
     */
    record Flaw(String field, String code) {}

    Optional<Complaint> complaint() {
        return Keyword.read(Complaint.class, what);
    }

    /** Empty: it can be kept. */
    List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (complaint().isEmpty()) {
            flaws.add(new Flaw("what", what.isEmpty() ? "empty" : "unknown"));
        }
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            flaws.add(new Flaw("note", "too-long"));
        }
        return flaws;
    }
}
