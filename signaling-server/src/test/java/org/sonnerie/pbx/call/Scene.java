package org.sonnerie.pbx.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;

/**
 * A call played from sentences such as {@code alice dials 102}, and what came of it in words such
 * as {@code alice hears ring_back; bob ringing}, so that two plans can be compared.
 */
public final class Scene {
    private final Scenario scenario;
    private final Map<LegId, String> sentOut = new LinkedHashMap<>();

    private Scene(CompanyPlan plan) {
        scenario = new Scenario(plan);
    }

    /**
     * What came of a call.
     *
     * @param plan the company's
     * @param sentences {@code WHO VERB WHAT} in order, or {@code 5 s pass}
     * @return each leg, and what the room and the carrier are told
     */
    public static String play(CompanyPlan plan, String... sentences) {
        Scene scene = played(plan, sentences);
        return scene.seen();
    }

    /** The story of a call in English. */
    public static String story(CompanyPlan plan, String... sentences) {
        return String.join(" ", Told.lines(played(plan, sentences).scenario.logged(), Locale.UK));
    }

    private static Scene played(CompanyPlan plan, String... sentences) {
        Scene scene = new Scene(plan);
        for (String sentence : sentences) {
            scene.happens(sentence);
            scene.scenario.effects().forEach(scene::sent);
        }
        return scene;
    }

    private void sent(CallEffect effect) {
        if (effect instanceof CallEffect.CallOutside out) {
            sentOut.put(
                    out.leg(),
                    "%s over %s as %s %s"
                            .formatted(
                                    out.number(),
                                    out.trunk(),
                                    out.caller().orElse("nobody"),
                                    out.callerName()));
        }
    }

    private void happens(String sentence) {
        String[] words = sentence.split(" ", 3);
        if (words[1].equals("s")) {
            scenario.passes(Double.parseDouble(words[0]));
            return;
        }
        String what = words.length > 2 ? words[2] : "";
        switch (words[0]) {
            case "queue" -> queue(words[1], what);
            case "group" -> scenario.isOrdered(new GroupId("sales"), people(what));
            default -> does(party(words[0]), words[1], what);
        }
    }

    private Party party(String name) {
        return switch (name) {
            case "alice" -> scenario.alice;
            case "bob" -> scenario.bob;
            case "carol" -> scenario.carol;
            case "caller" -> scenario.outsider;
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }

    private static PersonId[] people(String names) {
        return List.of(names.split(" ", -1)).stream().map(PersonId::new).toArray(PersonId[]::new);
    }

    private void does(Party who, String verb, String what) {
        switch (verb) {
            case "dials" -> who.dials(what);
            case "calls" -> who.calls(what);
            case "withheld" -> who.calls(what, Optional.empty());
            case "presses" -> who.presses(what);
            case "ends" -> who.ends(EndReason.valueOf(what.toUpperCase(Locale.ROOT)));
            case "wishes" -> who.wishes(RecordingWish.valueOf(what.toUpperCase(Locale.ROOT)));
            case "is" -> who.isSeated(Standing.valueOf(what.toUpperCase(Locale.ROOT)));
            case "parks" -> who.parksOn(what);
            default -> simply(who, verb);
        }
    }

    private static void simply(Party who, String verb) {
        switch (verb) {
            case "rings" -> who.rings();
            case "answers" -> who.answers();
            case "listens" -> who.hearsItOut();
            case "unlocks" -> who.typesTheRightPin();
            default -> throw new IllegalArgumentException("nobody can " + verb);
        }
    }

    private void queue(String verb, String what) {
        LegId lead = scenario.call().path().lead();
        QueueId queue = new QueueId("support");
        if (verb.equals("offers")) {
            scenario.happens(
                    new CallEvent.AgentsOffered(
                            scenario.now(), lead, queue, 1, List.of(people(what))));
        } else {
            int position = what.equals("empty") ? 1 : Integer.parseInt(what);
            scenario.happens(
                    new CallEvent.QueueTold(
                            scenario.now(),
                            lead,
                            queue,
                            position,
                            Optional.of(130),
                            !what.equals("empty")));
        }
    }

    private String seen() {
        List<String> seen = new ArrayList<>();
        scenario.call().legs().forEach(leg -> seen.add(seen(leg)));
        for (CallEffect effect : scenario.effects()) {
            switch (effect) {
                case CallEffect.PlayInRoom(var _, var _, var sounds) ->
                        seen.add("room hears " + sounds(sounds));
                case CallEffect.RecordMessage(var _, var _, var box, var _) ->
                        seen.add("recorded for " + box);
                case CallEffect.AskQueue _ -> seen.add("queue is asked");
                case CallEffect.OrderMembers _ -> seen.add("order is asked");
                default -> {}
            }
        }
        return String.join("; ", seen);
    }

    private String seen(Leg leg) {
        String recording =
                Recorder.shown(scenario.call(), leg)
                        .map(view -> " (recording " + word(view.state()) + ")")
                        .orElse("");
        return name(leg) + " " + state(leg) + recording;
    }

    private String state(Leg leg) {
        if (leg.over()) {
            return "out: " + leg.ended().map(Scene::word).orElse("");
        }
        return scenario.heardBy(leg.id())
                .filter(hears -> !(hears instanceof Hears.Nothing))
                .map(hears -> "hears " + heard(hears))
                .orElseGet(() -> word(leg.state()));
    }

    private String name(Leg leg) {
        return switch (leg.who()) {
            case Who.Colleague(var person, var via, var _) ->
                    via.isEmpty() ? person.text() : person + " (for " + via + ")";
            case Who.Guest(String name) -> name;
            case Who.Outsider _ -> sentOut.getOrDefault(leg.id(), "caller");
        };
    }

    private String heard(Hears hears) {
        return switch (hears) {
            case Hears.Nothing() -> "nothing";
            case Hears.Itself() -> "himself";
            case Hears.Other(LegId other) ->
                    scenario.call().leg(other).map(this::name).orElse("nobody");
            case Hears.Room(var room) -> "room " + room;
            case Hears.Together() -> "all";
            case Hears.Supervised(var manner, var _) -> "all, " + word(manner);
            case Hears.Programme(var _, var sounds, var _) -> sounds(sounds);
        };
    }

    private static String sounds(List<CallSound> sounds) {
        return String.join(" ", sounds.stream().map(Scene::sound).toList());
    }

    private static String sound(CallSound sound) {
        return switch (sound) {
            case CallSound.Prompt(String name, var language) ->
                    name + language.map(one -> "@" + one).orElse("");
            case CallSound.HoldMusic() -> "music";
            case CallSound.Tone(var kind) -> word(kind);
            case CallSound.Message(var id) -> "message " + id;
            case CallSound.Pause _ -> "/";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
