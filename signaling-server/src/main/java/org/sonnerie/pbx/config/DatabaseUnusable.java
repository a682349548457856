package org.sonnerie.pbx.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a start in a sentence, instead of a stack trace, why PostgreSQL cannot be used. */
final class DatabaseUnusable extends AbstractFailureAnalyzer<DatabaseUnusableException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseUnusableException why) {
        return new FailureAnalysis(String.valueOf(why.getMessage()), why.reason().remedy(), why);
    }
}
