package org.sonnerie.pbx.voicemail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.springframework.context.MessageSource;

/** Says in a mail who called, when and for how long. Thread safe. */
final class LetterWords {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)", Locale.ROOT);
    private static final DateTimeFormatter FILE =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);

    private final MessageSource texts;
    private final String pages;

    /**
     * Finds the words.
     *
     * @param texts the message bundles
     * @param pages where people open the pages; empty: unknown
     */
    LetterWords(MessageSource texts, String pages) {
        this.texts = texts;
        this.pages = pages;
    }

    /**
     * Writes a mail.
     *
     * @param message what it tells of
     * @param box the name of the group or queue it was left for; empty: a person's own mailbox
     * @param plan whose clock counts
     * @param sound the file, which may be gone
     * @param in which language
     * @return subject and text
     */
    LetterText write(Message message, String box, CompanyPlan plan, Path sound, Locale in) {
        String caller = caller(message.facts().caller(), in);
        ZoneId zone = plan.facts().timeZone();
        List<String> lines = new ArrayList<>();
        lines.add(
                say(
                        "said",
                        in,
                        caller,
                        WHEN.withLocale(in).format(message.facts().began().atZone(zone)),
                        length(message.length())));
        if (!box.isEmpty()) {
            lines.add(say("box", in, box));
        }
        if (message.cutShort()) {
            lines.add(say("cut-short", in));
        }
        if (!pages.isEmpty()) {
            lines.add("");
            lines.add(say("link", in, pages + "/phone#voicemail"));
        }
        lines.add("");
        lines.add("-- ");
        lines.add(plan.facts().name());
        return new LetterText(
                oneLine(say(message.urgent() ? "subject.urgent" : "subject", in, caller)),
                String.join("\n", lines) + "\n",
                Optional.of(sound).filter(Files::isReadable),
                "voicemail-" + FILE.format(message.facts().began().atZone(zone)) + ".opus");
    }

    private String caller(Named caller, Locale in) {
        if (caller.number().isEmpty()) {
            return caller.name().isEmpty() ? say("withheld", in) : caller.name();
        }
        return caller.name().isEmpty()
                ? caller.number()
                : caller.name() + " (" + caller.number() + ")";
    }

    private static String length(Duration length) {
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** A caller's name comes from a carrier: no line of a header shall end in it. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private String say(String key, Locale in, Object... parts) {
        return texts.getMessage("voicemail.mail." + key, parts, in);
    }
}
