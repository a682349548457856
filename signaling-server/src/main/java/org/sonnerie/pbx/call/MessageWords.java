package org.sonnerie.pbx.call;

import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;

/** What is said of a message before it is played: when it came, and from which number. */
final class MessageWords {
    private MessageWords() {}

    static Stream<CallSound> about(Turn turn, WaitingMessage message) {
        Stream<CallSound> when =
                message.left().stream()
                        .flatMap(left ->
                                Stream.concat(
                                        Stream.of(new CallSound.Prompt("voicemail-received")),
                                        Tongue.words(turn)
                                                .moment(
                                                        left,
                                                        turn.at(),
                                                        turn.plan().facts().timeZone())
                                                .stream()));
        Stream<CallSound> from =
                message.number().stream()
                        .flatMap(number ->
                                Stream.concat(
                                        Stream.of(new CallSound.Prompt("voicemail-from")),
                                        Tongue.words(turn).digits(number).stream()));
        return Stream.concat(when, from);
    }
}
