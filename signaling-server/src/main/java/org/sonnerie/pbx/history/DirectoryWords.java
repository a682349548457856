package org.sonnerie.pbx.history;

import org.sonnerie.pbx.call.DirectoryReason;
import org.sonnerie.pbx.plan.CompanyPlan;

/** A sentence for each thing that happens in the directory of names. Pure. */
final class DirectoryWords {
    private final CompanyPlan plan;

    /**
     * For a plan.
     *
     * @param plan where names stand
     */
    DirectoryWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(DirectoryReason reason) {
        return switch (reason) {
            case DirectoryReason.Asks(int attempt) -> say("directory.asks", attempt);
            case DirectoryReason.Found(String typed, int found) ->
                    typed.isEmpty()
                            ? say("directory.all", found)
                            : say("directory.found", typed, found);
            case DirectoryReason.NobodyFound(String typed) -> say("directory.nobody", typed);
            case DirectoryReason.Chosen(var person) ->
                    say("directory.chosen", RecordedParty.of(plan, person).phrase());
            case DirectoryReason.Empty() -> say("directory.empty");
            case DirectoryReason.GaveUp() -> say("directory.gave-up");
        };
    }

    private static Sentence say(String key, Object... parts) {
        return Sentence.of("story." + key, parts);
    }
}
