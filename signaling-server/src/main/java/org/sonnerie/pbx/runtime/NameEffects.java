package org.sonnerie.pbx.runtime;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.NameEffect;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.plan.CompanyPlan;

/** Does what a call wants of people's names. Used by the call's thread. */
final class NameEffects {
    private static final Logger LOG = LoggerFactory.getLogger(NameEffects.class);

    private final CallId call;
    private final CompanyPlan plan;
    private final World world;
    private final CallLoop loop;

    NameEffects(CallId call, CompanyPlan plan, World world, CallLoop loop) {
        this.call = call;
        this.plan = plan;
        this.world = world;
        this.loop = loop;
    }

    void perform(NameEffect effect) {
        switch (effect) {
            case NameEffect.AskNames order -> ask(order);
            case NameEffect.RecordName order -> record(order);
            case NameEffect.AnnounceInRoom order -> announce(order);
        }
    }

    /** The database may take its time, the call must not wait for it. */
    private void ask(NameEffect.AskNames order) {
        Thread.ofVirtual()
                .name("names-" + call)
                .start(() -> {
                    try {
                        var names =
                                world.stores().greetings().names(plan.company(), order.people());
                        loop.post(new NamesTold(loop.now(), order.leg(), names));
                    } catch (RuntimeException away) {
                        // Names are spelled, or asked for, when nothing is told.
                        LOG.error("call={} recorded names cannot be read", call, away);
                    }
                });
    }

    private void record(NameEffect.RecordName order) {
        var greetings = world.stores().greetings();
        try {
            var file = greetings.begin(plan.company(), order.name());
            order.room()
                    .ifPresent(room ->
                            world.rooms()
                                    .introduces(
                                            plan.company(),
                                            room,
                                            order.leg(),
                                            () -> greetings.discard(plan.company(), order.name())));
            world.media().startNameRecording(order.leg(), order.name(), file);
        } catch (UncheckedIOException e) {
            LOG.error("call={} no name can be recorded: {}", call, e.getMessage());
            loop.post(
                    new CallEvent.MessageRecorded(
                            loop.now(), order.leg(), order.name(), Duration.ZERO));
        }
    }

    private void announce(NameEffect.AnnounceInRoom order) {
        List<CallSound> sounds =
                world.rooms().saysNames(plan.company(), order.room())
                        ? order.words()
                        : List.of(new CallSound.Tone(order.tone()));
        world.media().playInRoom(plan, order.room(), sounds);
    }
}
