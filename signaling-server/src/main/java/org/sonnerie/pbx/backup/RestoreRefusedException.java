package org.sonnerie.pbx.backup;

/** A backup is not restored; the message is one sentence for whoever wanted it. */
final class RestoreRefusedException extends RuntimeException {
    private final Reason reason;

    RestoreRefusedException(Reason reason, Object... facts) {
        super(reason.sentence.formatted(facts));
        this.reason = reason;
    }

    RestoreRefusedException(Reason reason, Throwable cause, Object... facts) {
        super(reason.sentence.formatted(facts), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why, and what to do about it. */
    enum Reason {
        NOT_THERE("There is no file %s.", "Name the backup to be restored."),
        FOREIGN("%s is no backup of Sonnerie.", "Name a backup that Sonnerie made."),
        CUT_OFF(
                "%s is cut off or damaged: the list at its end cannot be read.",
                "Fetch it again, or take an older backup."),
        DAMAGED(
                "%s is damaged: its part %s is not what was backed up.",
                "Fetch it again, or take an older backup."),
        UNSAFE_NAME(
                "%s holds a file that belongs nowhere in a data folder: %s.",
                "Name a backup that Sonnerie made."),
        NEWER(
                "%s was made by a Sonnerie (%s, tables of version %s) that this one does not know.",
                "Restore it with that version or a later one."),
        PASSPHRASE(
                "The passphrase does not open the keys in %s.",
                "Give the one that was set when it was made, or none: then it is restored without"
                        + " its keys."),
        FOLDER_USED(
                "The data folder %s is not empty.",
                "Restore into a new one (SONNERIE_DATA); to go on with what was restored, start"
                        + " without --restore."),
        DATABASE_USED(
                "The database has companies, or tables of version %s.",
                "Restore into a new database (docs/operations.md)."),
        UNFINISHED(
                "A restore into %s was broken off.",
                "Delete what is in the folder, take a new database, and restore again."),
        FAILED(
                "%s could not be restored: %s",
                "Mend that, take a new data folder and a new database, and restore again.");

        private final String sentence;
        private final String remedy;

        Reason(String sentence, String remedy) {
            this.sentence = sentence;
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }

        /** What there is of it now. */
        String left() {
            return this == FAILED
                    ? "A database that is no file can have tables or rows of it."
                    : "Nothing was changed.";
        }
    }
}
