package org.sonnerie.pbx.relay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sonnerie.media.api.Audience;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.OwnPrompts;

/** Says in the relay's words what the call machine says in its own. */
final class RelayWords {
    private static final String MUSIC = "default";

    private RelayWords() {}

    /** Where sounds are that stand in files. */
    interface Files {
        /** The sound of a message. */
        Path of(CompanyId company, MessageId message);

        /**
         * A company's own prompt.
         *
         * @param plan whose
         * @param name of the prompt
         * @param language that its hearer chose; empty: the company's
         * @return empty: the built-in one is heard
         */
        Optional<Path> prompt(CompanyPlan plan, String name, Optional<String> language);
    }

    static EndpointId endpoint(LegId leg) {
        return new EndpointId(leg.text());
    }

    static LegId leg(EndpointId endpoint) {
        return new LegId(endpoint.text());
    }

    /** Rooms of two companies may have the same id; the relay knows no companies. */
    static RoomId room(CompanyPlan plan, org.sonnerie.pbx.plan.RoomId room) {
        var text = plan.company().text() + "_" + room.text();
        return new RoomId(text.length() <= 64 ? text : "r" + Long.toHexString(fingerprint(text)));
    }

    /** Calls are named by us, companies' rooms begin with the company's id: never the same. */
    private static String callOf(LegId leg) {
        return "call_" + leg.text().substring(0, leg.text().lastIndexOf('-'));
    }

    /** FNV-1a, 64 bits. */
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    static Hearing hearing(CompanyPlan plan, LegId ear, Hears hears, Files files) {
        return switch (hears) {
            case Hears.Nothing() -> new Hearing.Nothing();
            case Hears.Itself() -> new Hearing.Itself();
            case Hears.Other(var leg) -> new Hearing.Other(endpoint(leg));
            case Hears.Room(var room) -> new Hearing.Room(room(plan, room));
            case Hears.Together() -> new Hearing.Room(new RoomId(callOf(ear)));
            case Hears.Supervised(var manner, var supervised) ->
                    new Hearing.Room(new RoomId(callOf(ear)), audience(manner, supervised));
            case Hears.Programme(var play, var sounds, var repeat) ->
                    new Hearing.Programme(
                            new PlayId(play.text()), sounds(plan, sounds, files), repeat);
        };
    }

    private static Audience audience(Manner manner, LegId supervised) {
        return switch (manner) {
            case LISTEN -> new Audience.Nobody();
            case WHISPER -> new Audience.OnlyOne(endpoint(supervised));
            case BARGE -> new Audience.Everybody();
        };
    }

    static List<Sound> sounds(CompanyPlan plan, List<CallSound> sounds, Files files) {
        return sounds.stream().map(sound -> sound(plan, sound, files)).toList();
    }

    private static Sound sound(CompanyPlan plan, CallSound sound, Files files) {
        var facts = plan.facts();
        return switch (sound) {
            case CallSound.Prompt(var name, var language) ->
                    files.prompt(plan, name, language)
                            .<Sound>map(file -> new Sound.Recorded(file.toString()))
                            .orElseGet(() ->
                                    new Sound.Prompt(language.orElse(facts.language()), name));
            case CallSound.HoldMusic() ->
                    files.prompt(plan, OwnPrompts.HOLD_MUSIC, Optional.empty())
                            .<Sound>map(file -> new Sound.Recorded(file.toString()))
                            .orElseGet(() -> new Sound.Music(MUSIC));
            case CallSound.Tone(var kind) -> new Sound.Tone(tone(kind), facts.country());
            case CallSound.Message(var id) ->
                    new Sound.Recorded(files.of(plan.company(), id).toString());
            case CallSound.Pause(var millis) -> new Sound.Pause(millis);
        };
    }

    private static Sound.ToneKind tone(ToneKind kind) {
        return switch (kind) {
            case RING_BACK -> Sound.ToneKind.RING_BACK;
            case BUSY -> Sound.ToneKind.BUSY;
            case ERROR -> Sound.ToneKind.ERROR;
            case UNOBTAINABLE -> Sound.ToneKind.UNOBTAINABLE;
            case BEEP -> Sound.ToneKind.BEEP;
            case ENTER -> Sound.ToneKind.ENTER;
            case LEAVE -> Sound.ToneKind.LEAVE;
        };
    }
}
