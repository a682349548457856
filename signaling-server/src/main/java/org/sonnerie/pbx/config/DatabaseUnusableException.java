package org.sonnerie.pbx.config;

/** PostgreSQL cannot be used as it is set up; the message is one sentence for whoever set it up. */
final class DatabaseUnusableException extends RuntimeException {
    private final Reason reason;

    DatabaseUnusableException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    DatabaseUnusableException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** What is wrong, and what to do about it. */
    enum Reason {
        SETTINGS("Set the environment variable named above; docs/operations.md has them all."),
        UNREACHABLE("Start the database, or correct SONNERIE_DATABASE_URL."),
        REFUSED("Correct the settings, or make the role (docs/operations.md)."),
        TOO_OLD("Upgrade PostgreSQL.");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }
}
