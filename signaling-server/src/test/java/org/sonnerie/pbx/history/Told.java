package org.sonnerie.pbx.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Stories in the product's words. A text that is missing fails. */
public final class Told {
    private static final Narrator NARRATOR = new Narrator(bundles());

    private Told() {}

    private static ResourceBundleMessageSource bundles() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(Bundles.NAMES.toArray(String[]::new));
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    public static Narrator narrator() {
        return NARRATOR;
    }

    public static List<String> lines(LoggedCall call, Locale locale) {
        return Story.of(call).lines().stream()
                .map(line -> NARRATOR.say(line.sentence(), locale))
                .toList();
    }

    /** The lines as that person may read them. */
    public static List<String> linesFor(LoggedCall call, PersonId reader, Locale locale) {
        return Discretion.towards(reader, call).of(Story.of(call)).lines().stream()
                .map(line -> NARRATOR.say(line.sentence(), locale))
                .toList();
    }

    public static String verdict(LoggedCall call, Locale locale) {
        return NARRATOR.say(Story.of(call).verdict(), locale);
    }

    public static String said(Sentence sentence, Locale locale) {
        return NARRATOR.say(sentence, locale);
    }

    /** What each person had to do with a call, such as {@code bob RANG}. */
    public static List<String> roles(LoggedCall call) {
        return Parts.of(call, CallRecord.of(call)).entrySet().stream()
                .map(one -> one.getKey().text() + " " + one.getValue().role())
                .sorted()
                .toList();
    }
}
