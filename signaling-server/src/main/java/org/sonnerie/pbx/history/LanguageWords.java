package org.sonnerie.pbx.history;

import java.util.Locale;
import org.sonnerie.pbx.call.LanguageReason;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;

/** A sentence for each way to another language. Pure. */
final class LanguageWords {
    private final CompanyPlan plan;

    /**
     * For a plan.
     *
     * @param plan where names stand
     */
    LanguageWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(LanguageReason reason) {
        Sentence language = name(reason.language());
        return switch (reason) {
            case LanguageReason.ByKey(var menu, char key, var _) ->
                    say(
                            "language.by-key",
                            String.valueOf(key),
                            place(new Destination.ToMenu(menu)),
                            language);
            case LanguageReason.OfNumber(String number, var _) ->
                    say("language.of-number", number, language);
            case LanguageReason.OfAnnouncement(var id, var _) ->
                    say(
                            "language.of-announcement",
                            place(new Destination.ToAnnouncement(id)),
                            language);
        };
    }

    /** A plan with any other language is not published. */
    private static Sentence name(String language) {
        boolean french = Locale.of(language).equals(Locale.FRENCH);
        return say(french ? "language.french" : "language.english");
    }

    private Sentence place(Destination destination) {
        return Place.of(plan, destination).sentence();
    }

    private static Sentence say(String key, Object... parts) {
        return Sentence.of("story." + key, parts);
    }
}
