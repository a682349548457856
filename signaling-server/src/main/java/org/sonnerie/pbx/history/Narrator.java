package org.sonnerie.pbx.history;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says phrases in a language, by the message bundles. Thread safe. */
@Component
public class Narrator {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    private final MessageSource messages;

    Narrator(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * In words.
     *
     * @param phrase what to say
     * @param locale in which language
     * @return the text
     */
    public String say(Phrase phrase, Locale locale) {
        return switch (phrase) {
            case Phrase.Plain(String text) -> text;
            case Phrase.Day(var date) -> DAY.withLocale(locale).format(date);
            case Sentence(String key, var parts) ->
                    messages.getMessage(
                            key, parts.stream().map(part -> say(part, locale)).toArray(), locale);
        };
    }

    /**
     * Words that there may be none of.
     *
     * @param key in the message bundles
     * @param locale in which language
     * @return empty: there are none
     */
    public Optional<String> find(String key, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }
}
