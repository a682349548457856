package org.sonnerie.pbx.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.quality.LegSecond;
import org.sonnerie.pbx.quality.LegSound;
import org.sonnerie.pbx.quality.Verdicts;
import org.sonnerie.pbx.runtime.CallFacts;
import org.sonnerie.pbx.runtime.CallLogs;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.springframework.stereotype.Component;

/** How a company's calls sounded. Thread safe. */
@Component
public class SoundHistory {
    private final CallLogs logs;
    private final CallFacts facts;

    SoundHistory(CallLogs logs, CallFacts facts) {
        this.logs = logs;
        this.facts = facts;
    }

    /**
     * How a call sounded.
     *
     * @param company whose call it must be
     * @param call which
     * @param reader for whom
     * @return empty if the company has no such call, or nobody in it ever answered
     */
    public Optional<Sounded> verdict(CompanyId company, CallId call, Reader reader) {
        return logs.find(company, call)
                .filter(SoundHistory::talked)
                .map(logged -> verdict(logged, facts.find(company, call), reader));
    }

    /**
     * How one leg of a call sounded, whatever the others did.
     *
     * @param company whose call it must be
     * @param call which call
     * @param leg which leg of it
     * @return UNKNOWN if nothing is kept of it
     */
    public Sounded.Rating rating(CompanyId company, CallId call, LegId leg) {
        Map<LegId, List<LegSecond>> kept = facts.find(company, call);
        return logs.find(company, call).stream()
                .flatMap(logged -> sounds(logged, kept).stream())
                .filter(sound -> sound.leg().equals(leg))
                .findFirst()
                .map(sound -> Sounded.Rating.of(Verdicts.of(List.of(sound))))
                .orElse(Sounded.Rating.UNKNOWN);
    }

    private static boolean talked(LoggedCall call) {
        return CallRecord.of(call).outcome().answered().isPresent();
    }

    /** Pure. */
    static Sounded verdict(LoggedCall call, Map<LegId, List<LegSecond>> facts, Reader reader) {
        ZoneId zone = reader.zone().orElse(call.plan().facts().timeZone());
        SoundWords words = new SoundWords(parties(call), reader.person(), zone);
        return Sounded.of(Verdicts.of(sounds(call, facts)), words);
    }

    private static List<LegSound> sounds(LoggedCall call, Map<LegId, List<LegSecond>> facts) {
        List<Leg> legs = Retelling.of(call).getLast().call().legs();
        List<RecordedLeg> records = CallRecord.of(call).legs();
        List<LegSound> sounds = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            RecordedLeg.Times times = records.get(i).times();
            LegId id = legs.get(i).id();
            sounds.add(
                    new LegSound(
                            id,
                            times.answered()
                                    .map(at ->
                                            new LegSound.Talk(
                                                    at, times.ended().orElse(Instant.MAX))),
                            facts.getOrDefault(id, List.of())));
        }
        return sounds;
    }

    private static Map<LegId, RecordedParty> parties(LoggedCall call) {
        Map<LegId, RecordedParty> parties = new LinkedHashMap<>();
        for (Leg leg : Retelling.of(call).getLast().call().legs()) {
            parties.put(leg.id(), RecordedParty.of(call.plan(), leg.who()));
        }
        return parties;
    }

    /**
     * All that is kept of a call's sound.
     *
     * @param company whose call it must be
     * @param call which
     * @return its legs of which something is kept; empty if the company has no such call
     */
    public Optional<List<LegFacts>> facts(CompanyId company, CallId call) {
        return logs.find(company, call)
                .map(logged -> {
                    Map<LegId, List<LegSecond>> kept = facts.find(company, call);
                    return parties(logged).entrySet().stream()
                            .filter(leg -> kept.containsKey(leg.getKey()))
                            .map(leg ->
                                    new LegFacts(
                                            leg.getValue(),
                                            kept.getOrDefault(leg.getKey(), List.of())))
                            .toList();
                });
    }
}
