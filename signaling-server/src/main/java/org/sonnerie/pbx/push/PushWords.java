package org.sonnerie.pbx.push;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a browser's worker is told of a call (docs/protocol.md). Thread safe. */
final class PushWords {
    private final JsonMapper mapper = new JsonMapper();
    private final MessageSource texts;

    PushWords(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * Somebody calls.
     *
     * @param call as a page would show it
     * @param wake by which the worker answers
     * @param language of the words
     */
    String ringing(CallView call, String wake, String language) {
        ObjectNode message =
                message("ring", call, say("push.calling", language, name(call, language)));
        String number = call.party().name().isEmpty() ? "" : call.party().number();
        message.put(
                "body",
                Stream.of(number, call.party().via())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")));
        message.put("answer", say("push.answer", language));
        message.put("decline", say("push.decline", language));
        message.put("wake", wake);
        message.put("signIn", say("push.sign-in", language));
        return mapper.writeValueAsString(message);
    }

    /** It rings no more. */
    String over(CallView call, String language) {
        String caller = name(call, language);
        return mapper.writeValueAsString(
                message("gone", call, say(key(call.ended()), language, caller)));
    }

    private static String key(Optional<EndReason> ended) {
        if (ended.isEmpty() || ended.get() == EndReason.ANSWERED_ELSEWHERE) {
            return "push.elsewhere";
        }
        return ended.get() == EndReason.DECLINED ? "push.declined" : "push.missed";
    }

    private ObjectNode message(String type, CallView call, String title) {
        ObjectNode message = mapper.createObjectNode();
        message.put("type", type);
        message.put("call", call.call().text());
        message.put("title", title);
        return message;
    }

    private String name(CallView call, String language) {
        String named = call.party().name().isEmpty() ? call.party().number() : call.party().name();
        return named.isEmpty() ? say("push.withheld", language) : named;
    }

    private String say(String key, String language, Object... parts) {
        return texts.getMessage(key, parts, Locale.forLanguageTag(language));
    }
}
