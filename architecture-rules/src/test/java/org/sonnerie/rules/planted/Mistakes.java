package org.sonnerie.rules.planted;

import java.util.logging.Logger;

/** Each makes another usual mistake. */
public final class Mistakes {
    private Mistakes() {}

    static final class Prints {
        @SuppressWarnings("SystemOut")
        void violation() {
            System.out.println();
        }
    }

    static final class ThrowsAnything {
        @SuppressWarnings("DoNotCallSuggester")
        void violation() {
            throw new RuntimeException("anything");
        }
    }

    static final class LogsOtherwise {
        private static final Logger LOG = Logger.getLogger("x");

        void violation() {
            LOG.info("x");
        }
    }
}
