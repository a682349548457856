package org.sonnerie.pbx.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a start in a sentence, instead of a stack trace, why nothing is restored. */
final class RestoreRefused extends AbstractFailureAnalyzer<RestoreRefusedException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RestoreRefusedException why) {
        return new FailureAnalysis(
                why.getMessage() + " " + why.reason().left(), why.reason().remedy(), why);
    }
}
