package org.sonnerie.pbx.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.quality.Fault;
import org.sonnerie.pbx.quality.SoundVerdict;

/**
 * How a call sounded, in one sentence. Pure.
 *
 * @param parties whose each leg is
 * @param reader whose network is called his own; empty: nobody's
 * @param zone in which times are told
 */
record SoundWords(Map<LegId, RecordedParty> parties, Optional<PersonId> reader, ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    Sentence of(SoundVerdict verdict) {
        return switch (verdict) {
            case SoundVerdict.NothingKnown() -> Sentence.of("sound.unknown");
            case SoundVerdict.Good() -> Sentence.of("sound.good");
            case SoundVerdict.Bad bad ->
                    Sentence.of("sound.bad", time(bad.from()), time(bad.to()), clauses(bad));
        };
    }

    private String time(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    private Phrase clauses(SoundVerdict.Bad bad) {
        List<Sentence> blames =
                Stream.concat(
                                bad.blames().stream().map(this::blame),
                                Stream.of(Sentence.of("sound.relay-late"))
                                        .filter(_ -> bad.relayLate()))
                        .toList();
        Stream<Sentence> clean = bad.clean().stream().map(leg -> say("clean", leg));
        return Stream.concat(blames.stream(), clean.distinct())
                .reduce((one, next) -> Sentence.of("sound.and", one, next))
                .orElse(Sentence.of("sound.relay-late"));
    }

    private Sentence blame(SoundVerdict.Blame blame) {
        Fault fault = blame.fault();
        String key =
                switch (fault.kind()) {
                    case NOTHING_CAME -> "nothing-came";
                    case LOST_BOTH_WAYS -> "lost-both-ways";
                    case LOST_FROM -> "lost-from";
                    case LOST_TO -> "lost-to";
                    case UNEVEN -> "uneven";
                    case SLOW -> "slow";
                    case ONLY_SILENCE -> "only-silence";
                };
        return fault.kind() == Fault.Kind.ONLY_SILENCE
                ? silence(blame.leg())
                : say(key, blame.leg(), fault.amount());
    }

    /** No network's fault: a microphone's. */
    private Sentence silence(LegId leg) {
        RecordedParty party = parties.get(leg);
        if (party == null || party.person().isEmpty()) {
            return say("only-silence", leg);
        }
        return party.person().equals(reader)
                ? Sentence.of("sound.only-silence.you")
                : Sentence.of("sound.only-silence.person", party.name());
    }

    private Sentence say(String key, LegId leg, Object... more) {
        return Sentence.of(
                "sound." + key, Stream.concat(Stream.of(side(leg)), Stream.of(more)).toArray());
    }

    private Sentence side(LegId leg) {
        RecordedParty party = parties.get(leg);
        if (party == null || party.person().isEmpty()) {
            return Sentence.of("sound.side.carrier");
        }
        return party.person().equals(reader)
                ? Sentence.of("sound.side.you")
                : Sentence.of("sound.side.person", party.name());
    }
}
