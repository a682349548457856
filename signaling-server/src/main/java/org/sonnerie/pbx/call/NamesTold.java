package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sonnerie.pbx.plan.PersonId;

/**
 * It is known which people have recorded their names.
 *
 * @param at when
 * @param leg who is going to hear them, or to be announced by his own
 * @param names of those who were asked for and have one
 */
public record NamesTold(Instant at, LegId leg, List<Name> names) implements CallEvent.OfMailbox {
    /** Copies the list. */
    public NamesTold {
        names = List.copyOf(names);
    }

    /**
     * A name in its owner's voice.
     *
     * @param person whose
     * @param sound the recording
     */
    public record Name(PersonId person, MessageId sound) {}

    Map<PersonId, MessageId> byPerson() {
        return names.stream()
                .collect(
                        Collectors.toUnmodifiableMap(Name::person, Name::sound, (_, last) -> last));
    }
}
