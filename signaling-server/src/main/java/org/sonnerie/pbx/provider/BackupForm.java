package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.backup.BackupWish;

/**
 * What was typed about backups.
 *
 * @param nightly {@code on}: one each night
 * @param kept how many are kept
 * @param passphrase for the keys; empty: as it was
 * @param again the same
 */
public record BackupForm(
        @Nullable String nightly,
        @Nullable String kept,
        @Nullable String passphrase,
        @Nullable String again) {
    /** The same with nothing missing and no blanks around the number. */
    static BackupForm typed(BackupForm sent) {
        return new BackupForm(
                CompanyForm.text(sent.nightly),
                CompanyForm.text(sent.kept),
                CompanyForm.text(sent.passphrase),
                CompanyForm.text(sent.again));
    }

    BackupForm withoutPassphrase() {
        return new BackupForm(nightly, kept, "", "");
    }

    /**
     * Whether one is wanted each night.
     *
     * @return false: only when somebody asks
     */
    public boolean everyNight() {
        return "on".equals(nightly);
    }

    int number() {
        return Integer.parseInt(CompanyForm.text(kept));
    }

    /** Messages by the names of fields. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        String typed = CompanyForm.text(kept);
        if (!typed.matches("[1-9]\\d{0,2}") || number() > BackupWish.MOST) {
            problems.put("kept", "provider.backups.problem.kept");
        }
        String phrase = CompanyForm.text(passphrase);
        if (!phrase.isEmpty() && phrase.length() < BackupWish.SHORTEST) {
            problems.put("passphrase", "provider.backups.problem.short");
        } else if (!phrase.equals(CompanyForm.text(again))) {
            problems.put("again", "provider.backups.problem.again");
        }
        return problems;
    }
}
